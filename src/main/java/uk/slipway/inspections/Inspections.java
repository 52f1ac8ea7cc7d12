package uk.slipway.inspections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;

/** The published inspections that are held. */
@Component
class Inspections {

    private static final String ALL = """
        select i.id, i.authority_id, i.scheme_code, i.kind, i.starts_on, i.ends_on, i.published_on, i.source,
               j.area_code, j.reading, j.grade_code
        from inspection i left join inspection_judgement j on j.inspection_id = i.id
        """;

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Inspections(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record Counts(int added, int changed, int unchanged) {}

    /** Those of these authorities, the newest first. One statement. */
    List<Inspection> of(Collection<LocalAuthorityId> authorities) {
        return authorities.isEmpty()
                ? List.of()
                : List.copyOf(read(
                                "where i.authority_id in (:keys)",
                                authorities.stream()
                                        .map(LocalAuthorityId::value)
                                        .toList())
                        .values());
    }

    /** One import after the other: what a second one compares with is what the first has left. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('inspection'))::text")
                .query(String.class)
                .list();
    }

    /** Adds and changes; a grade that is held is never lost to one that cannot be read. */
    Counts save(List<Inspection> inspections) {
        Map<UUID, Inspection> held = inspections.isEmpty()
                ? Map.of()
                : read(
                        "where i.source in (:keys)",
                        inspections.stream().map(Inspection::source).toList());
        Map<String, UUID> ids = new HashMap<>();
        held.forEach((id, inspection) -> ids.put(inspection.source(), id));
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> judgements = new ArrayList<>();
        int added = 0;
        int changed = 0;
        for (var inspection : inspections) {
            var id = ids.get(inspection.source());
            var before = id == null ? null : held.get(id);
            var after = before == null ? inspection : merged(before, inspection);
            if (before != null && same(before, after)) {
                continue;
            }
            var key = id == null ? Uuid7.next() : id;
            if (before == null) {
                added++;
            } else {
                changed++;
            }
            rows.add(new Object[] {
                key,
                after.authority().value(),
                after.scheme(),
                after.kind().name(),
                after.starts(),
                after.ends(),
                after.published(),
                after.source()
            });
            for (var judgement : after.judgements()) {
                var grade = judgement.grade();
                judgements.add(new Object[] {
                    key, judgement.area(), judgement.reading().name(), grade == null ? null : grade.name()
                });
            }
        }
        for (int at = 0; at < rows.size(); at += BATCH) {
            batches.batchUpdate("""
                insert into inspection (id, authority_id, scheme_code, kind, starts_on, ends_on, published_on, source)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set authority_id = excluded.authority_id, scheme_code = excluded.scheme_code,
                    kind = excluded.kind, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
                    published_on = excluded.published_on
                """, rows.subList(at, Math.min(at + BATCH, rows.size())));
        }
        batches.batchUpdate(
                "delete from inspection_judgement where inspection_id = ?",
                rows.stream().map(row -> new Object[] {row[0]}).toList());
        batches.batchUpdate(
                "insert into inspection_judgement (inspection_id, area_code, reading, grade_code) values (?, ?, ?, ?)",
                judgements);
        return new Counts(added, changed, inspections.size() - added - changed);
    }

    private static Inspection merged(Inspection before, Inspection now) {
        var scheme = now.scheme() == null ? before.scheme() : now.scheme();
        boolean sameScheme = scheme == null ? before.scheme() == null : scheme.equals(before.scheme());
        var judgements = new LinkedHashMap<String, Judgement>();
        if (sameScheme) {
            before.judgements().forEach(judgement -> judgements.put(judgement.area(), judgement));
        }
        for (var judgement : now.judgements()) {
            var held = judgements.get(judgement.area());
            if (held == null || held.grade() == null || judgement.grade() != null) {
                judgements.put(judgement.area(), judgement);
            }
        }
        return new Inspection(
                now.authority(),
                scheme,
                now.kind() == Inspection.Kind.NOT_STATED ? before.kind() : now.kind(),
                now.starts() == null ? before.starts() : now.starts(),
                now.ends() == null ? before.ends() : now.ends(),
                now.published(),
                now.source(),
                List.copyOf(judgements.values()));
    }

    private static boolean same(Inspection one, Inspection other) {
        return java.util.Set.copyOf(one.judgements()).equals(java.util.Set.copyOf(other.judgements()))
                && one.authority().equals(other.authority())
                && one.kind() == other.kind()
                && one.published().equals(other.published())
                && java.util.Objects.equals(one.scheme(), other.scheme())
                && java.util.Objects.equals(one.starts(), other.starts())
                && java.util.Objects.equals(one.ends(), other.ends());
    }

    private Map<UUID, Inspection> read(String where, List<?> keys) {
        record Line(
                UUID id, Inspection inspection, @Nullable Judgement judgement) {}
        Map<UUID, Inspection> heads = new LinkedHashMap<>();
        Map<UUID, List<Judgement>> judgements = new HashMap<>();
        jdbc.sql(ALL + where + " order by i.published_on desc, i.id")
                .param("keys", keys)
                .query((row, number) -> new Line(row.getObject("id", UUID.class), head(row), judgement(row)))
                .list()
                .forEach(line -> {
                    heads.putIfAbsent(line.id(), line.inspection());
                    var list = judgements.computeIfAbsent(line.id(), none -> new ArrayList<>());
                    if (line.judgement() != null) {
                        list.add(line.judgement());
                    }
                });
        heads.replaceAll((id, head) -> new Inspection(
                head.authority(),
                head.scheme(),
                head.kind(),
                head.starts(),
                head.ends(),
                head.published(),
                head.source(),
                Optional.ofNullable(judgements.get(id)).orElse(List.of())));
        return heads;
    }

    private static Inspection head(ResultSet row) throws SQLException {
        return new Inspection(
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                row.getString("scheme_code"),
                Inspection.Kind.valueOf(row.getString("kind")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getString("source"),
                List.of());
    }

    private static @Nullable Judgement judgement(ResultSet row) throws SQLException {
        var area = row.getString("area_code");
        var grade = row.getString("grade_code");
        return area == null
                ? null
                : new Judgement(
                        area, Reading.valueOf(row.getString("reading")), grade == null ? null : Grade.valueOf(grade));
    }
}
