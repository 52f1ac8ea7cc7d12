package uk.slipway.datasets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.Uuid7;

/**
 * Looks in a checked file for what the latest release calls otherwise: of what is gone and what is new, the pairs whose
 * figures are the same at the same places and periods, whose names are alike, or that stand in the same column. It only
 * proposes; a person decides.
 */
@Component
class RenameSearch {

    /** Of more than these that are gone or new at once, the first are looked at: a rewritten file is no renamed one. */
    private static final int MOST = 100;

    private static final int MOST_FIGURES_READ = 50;
    private static final int PERIODS_READ = 3;
    private static final double MANY_VALUES = 0.5;
    private static final double ALIKE = 0.5;
    private static final double VERY_ALIKE = 0.7;

    private record Named(RenameKind kind, String name, String label, int position, int number) {}

    /** Something gone, or something new. */
    private record Thing(String name, String label, int position, int number) {}

    private record Pair(Thing before, Thing now, @Nullable Double values, double likeness, boolean samePlace) {

        boolean isProposed() {
            if (values == null) {
                return likeness >= ALIKE || samePlace;
            }
            return values >= MANY_VALUES || likeness >= VERY_ALIKE;
        }

        double score() {
            return (values == null ? MANY_VALUES : values * 2) + likeness + (samePlace ? 0.25 : 0);
        }
    }

    private interface Values {
        /** The share of the values before that are there now; null where nothing can be compared. */
        @Nullable
        Double share(Thing before, Thing now);
    }

    private final JdbcClient jdbc;

    RenameSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Proposes anew for a checked file whose rows wait; forgets what was proposed for it before. */
    void propose(int key, DatasetId dataset) {
        jdbc.sql("delete from dataset_rename where release_key = :key")
                .param("key", key)
                .update();
        var latest = jdbc.sql("""
            select key from dataset_release where dataset_id = :dataset and state = 'PUBLISHED'
            order by number desc limit 1
            """)
                .param("dataset", dataset.value())
                .query(Integer.class)
                .optional();
        jdbc.sql("update dataset_release set compared_with = cast(:latest as int) where key = :key")
                .param("latest", latest.orElse(null))
                .param("key", key)
                .update();
        latest.ifPresent(old -> propose(key, old));
    }

    private void propose(int key, int old) {
        var before = columns(old);
        var now = columns(key);
        var found = new ArrayList<Rename>();
        var filters =
                matched(gone(RenameKind.FILTER, before, now), gone(RenameKind.FILTER, now, before), (one, other) -> {
                    var items = itemsBefore(old, one.number());
                    var itemsNow = new HashSet<>(itemsNow(key, other.position()));
                    return items.isEmpty()
                            ? null
                            : Double.valueOf((double) items.stream()
                                            .filter(itemsNow::contains)
                                            .count()
                                    / items.size());
                });
        filters.forEach(pair -> found.add(rename(RenameKind.FILTER, null, pair)));
        var figuresGone = gone(RenameKind.FIGURE, before, now);
        var figuresNew = gone(RenameKind.FIGURE, now, before);
        if (!figuresGone.isEmpty() && !figuresNew.isEmpty()) {
            matched(figuresGone, figuresNew, figures(key, old, figuresGone, figuresNew))
                    .forEach(pair -> found.add(rename(RenameKind.FIGURE, null, pair)));
        }
        var figures = now.stream()
                .filter(column -> column.kind() == RenameKind.FIGURE)
                .limit(MOST_FIGURES_READ)
                .toList();
        for (var filter : now) {
            if (filter.kind() == RenameKind.FILTER) {
                var was = filters.stream()
                        .filter(pair -> pair.now().name().equals(filter.name()))
                        .map(pair -> pair.before().name())
                        .findFirst()
                        .orElse(filter.name());
                before.stream()
                        .filter(column -> column.kind() == RenameKind.FILTER
                                && column.name().equals(was))
                        .findFirst()
                        .ifPresent(column -> found.addAll(items(key, old, column, filter, figures)));
            }
        }
        write(key, found);
    }

    private List<Rename> items(int key, int old, Named before, Named now, List<Named> figures) {
        var itemsBefore = itemsBefore(old, before.number());
        var itemsNow = itemsNow(key, now.position());
        var gone = things(itemsBefore, itemsNow);
        var added = things(itemsNow, itemsBefore);
        if (gone.isEmpty() || added.isEmpty()) {
            return List.of();
        }
        return matched(gone, added, items(key, old, before, now, figures, gone, added)).stream()
                .map(pair -> rename(RenameKind.ITEM, now.name(), pair))
                .toList();
    }

    private List<Named> columns(int key) {
        return jdbc.sql("""
            select role, name, label, position, number from dataset_column
            where release_key = :key and role in ('FIGURE', 'FILTER') order by position
            """)
                .param("key", key)
                .query((row, index) -> new Named(
                        RenameKind.valueOf(row.getString("role")),
                        row.getString("name"),
                        row.getString("label"),
                        row.getInt("position"),
                        row.getInt("number")))
                .list();
    }

    /** What the one release has and the other has not. */
    private static List<Thing> gone(RenameKind kind, List<Named> of, List<Named> from) {
        var known = from.stream()
                .filter(column -> column.kind() == kind)
                .map(Named::name)
                .collect(Collectors.toSet());
        return of.stream()
                .filter(column -> column.kind() == kind && !known.contains(column.name()))
                .limit(MOST)
                .map(column -> new Thing(column.name(), column.label(), column.position(), column.number()))
                .toList();
    }

    private static List<Thing> things(Collection<String> of, Collection<String> from) {
        var known = new HashSet<>(from);
        return of.stream()
                .filter(item -> !known.contains(item))
                .limit(MOST)
                .map(item -> new Thing(item, item, -1, 0))
                .toList();
    }

    private List<String> itemsBefore(int old, int number) {
        return jdbc.sql("""
            select distinct items[:number] as item from dataset_series where release_key = :key order by 1 limit %d
            """.formatted(PublishedFigures.MOST_ITEMS).replace(":number", Integer.toString(number)))
                .param("key", old)
                .query((row, index) -> row.getString("item"))
                .list();
    }

    private List<String> itemsNow(int key, int position) {
        return jdbc.sql("""
            select distinct cells[%d] as item from dataset_staged where release_key = :key order by 1 limit %d
            """.formatted(position + 1, PublishedFigures.MOST_ITEMS))
                .param("key", key)
                .query((row, index) -> row.getString("item"))
                .list();
    }

    private Values figures(int key, int old, List<Thing> gone, List<Thing> added) {
        var cells = added.stream()
                .map(figure -> "(" + figure.position() + ", cells[" + (figure.position() + 1) + "])")
                .collect(Collectors.joining(", "));
        return values(
                key,
                old,
                "cast(o.figure as text)",
                "o.figure = any(?)",
                gone.stream().map(Thing::number).toArray(Integer[]::new),
                "cast(f.position as text)",
                "true",
                new String[0],
                cells,
                thing -> Integer.toString(thing.number()),
                thing -> Integer.toString(thing.position()));
    }

    private Values items(
            int key, int old, Named before, Named now, List<Named> figures, List<Thing> gone, List<Thing> added) {
        var cells = figures.stream()
                .map(figure -> "(" + figure.position() + ", cells[" + (figure.position() + 1) + "])")
                .collect(Collectors.joining(", "));
        var cell = "st.cells[" + (now.position() + 1) + "]";
        return values(
                key,
                old,
                "s.items[" + before.number() + "]",
                "s.items[" + before.number() + "] = any(?)",
                gone.stream().map(Thing::name).toArray(String[]::new),
                cell,
                cell + " = any(?)",
                added.stream().map(Thing::name).toArray(String[]::new),
                cells,
                Thing::name,
                Thing::name);
    }

    /**
     * Of the figures of each thing gone, how many stand among those of each new thing at the same place and period, whatever
     * else a row says: a value that is there twice counts twice. The latest periods that both have are read.
     */
    private Values values(
            int key,
            int old,
            String nameBefore,
            String isGone,
            Object[] gone,
            String nameNow,
            String isNew,
            Object[] added,
            String cells,
            java.util.function.Function<Thing, String> before,
            java.util.function.Function<Thing, String> now) {
        record Share(String before, String now, double share) {}
        // Numbered parameters: a named one would be looked for in what is put together here.
        var statement = jdbc.sql("""
            with place as materialized (
                select n.number as new, o.number as old from dataset_place n
                join dataset_place o on o.release_key = ? and o.level = n.level and o.code = n.code where n.release_key = ?),
            period as materialized (
                select n.number as new, o.number as old from dataset_period n
                join dataset_period o on o.release_key = ? and o.period = n.period and o.identifier = n.identifier
                where n.release_key = ? order by n.period desc limit %d),
            was as materialized (
                select %s as name, place.new as place, period.new as period, o.value, count(*) as times
                from observation o join dataset_series s on s.release_key = o.release_key and s.number = o.series
                join place on place.old = o.place join period on period.old = o.period
                where o.release_key = ? and o.value is not null and %s group by 1, 2, 3, 4),
            now as materialized (
                select %s as name, st.place, st.period, cast(f.cell as numeric) as value, count(*) as times
                from dataset_staged st join place on place.new = st.place join period on period.new = st.period
                cross join lateral (values %s) f(position, cell)
                where st.release_key = ? and f.cell ~ '[0-9]' and %s group by 1, 2, 3, 4)
            select w.name as before, coalesce(n.name, '') as now,
                coalesce(sum(least(w.times, n.times)), 0)
                    / (select sum(times) from was whole where whole.name = w.name) as share
            from was w left join now n on n.place = w.place and n.period = w.period and n.value = w.value
            group by 1, 2
            """.formatted(PERIODS_READ, nameBefore, isGone, nameNow, cells, isNew))
                .param(old)
                .param(key)
                .param(old)
                .param(key)
                .param(old)
                .param(gone)
                .param(key);
        var shares = new HashMap<String, Map<String, Double>>();
        (added.length == 0 ? statement : statement.param(added))
                .query((row, index) -> new Share(row.getString("before"), row.getString("now"), row.getDouble("share")))
                .list()
                .forEach(share -> shares.computeIfAbsent(share.before(), any -> new HashMap<>())
                        .put(share.now(), share.share()));
        return (one, other) -> {
            var of = shares.get(before.apply(one));
            return of == null ? null : of.getOrDefault(now.apply(other), 0.0);
        };
    }

    /** The best pairs first; each thing is in one. */
    private static List<Pair> matched(List<Thing> gone, List<Thing> added, Values values) {
        var pairs = new ArrayList<Pair>();
        for (var before : gone) {
            for (var now : added) {
                var pair = new Pair(
                        before,
                        now,
                        values.share(before, now),
                        Math.max(Likeness.of(before.name(), now.name()), Likeness.of(before.label(), now.label())),
                        before.position() >= 0 && before.position() == now.position());
                if (pair.isProposed()) {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
        Map<Thing, Pair> taken = new LinkedHashMap<>();
        var used = new HashSet<Thing>();
        for (var pair : pairs) {
            if (!taken.containsKey(pair.before()) && used.add(pair.now())) {
                taken.put(pair.before(), pair);
            }
        }
        return List.copyOf(taken.values());
    }

    private static Rename rename(RenameKind kind, @Nullable String filter, Pair pair) {
        var values = pair.values();
        return new Rename(
                Uuid7.next(),
                kind,
                filter,
                pair.before().name(),
                pair.now().name(),
                pair.before().label(),
                pair.now().label(),
                values == null ? null : BigDecimal.valueOf(values).setScale(4, RoundingMode.HALF_UP),
                pair.samePlace(),
                pair.likeness() >= ALIKE,
                Rename.State.PROPOSED,
                null,
                null);
    }

    private void write(int key, List<Rename> found) {
        int position = 1;
        for (var one : found) {
            jdbc.sql("""
                insert into dataset_rename (id, release_key, position, kind, of_filter, name_before, name_now,
                    label_before, label_now, same_values, same_place, alike, state)
                values (:id, :key, :position, :kind, :filter, :before, :now, :labelBefore, :labelNow,
                    cast(:values as numeric), :place, :alike, 'PROPOSED')
                """)
                    .param("id", one.id())
                    .param("key", key)
                    .param("position", position++)
                    .param("kind", one.kind().name())
                    .param("filter", one.filter())
                    .param("before", one.before())
                    .param("now", one.now())
                    .param("labelBefore", one.labelBefore())
                    .param("labelNow", one.labelNow())
                    .param("values", one.sameValues())
                    .param("place", one.samePlace())
                    .param("alike", one.alike())
                    .update();
        }
    }
}
