package uk.slipway.datapacks;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.indicators.Band;
import uk.slipway.indicators.ComparedFigure;
import uk.slipway.indicators.IndicatorId;
import uk.slipway.indicators.Polarity;
import uk.slipway.indicators.Unit;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.NotFound;

/** The tables of packs. What a viewer may not see is not there; a pack that is prepared is seen by the region alone. */
@Component
class PackRows {

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final JsonMapper json;

    PackRows(JdbcClient jdbc, MaySee maySee, JsonMapper json) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.json = json;
    }

    /** A pack with how many of its figures are where. */
    record Counted(DataPack pack, int figures, int open, int queried, int answered, int agreed, int notAgreed) {}

    private String seen() {
        return "(p.state <> 'PREPARED' or p.owner_organisation_id = :viewerOrganisation) and " + maySee.of("p");
    }

    /** The pack, as the viewer may see it. */
    DataPack seenBy(Viewer viewer, UUID id) {
        return pack(viewer, id, "");
    }

    /** The same, and nobody else changes it until this transaction ends. */
    DataPack held(Viewer viewer, UUID id) {
        return pack(viewer, id, " for update of p");
    }

    private DataPack pack(Viewer viewer, UUID id, String ending) {
        return jdbc.sql("select p.* from data_pack p where p.id = :id and " + seen() + ending)
                .params(maySee.parameters(viewer))
                .param("id", id)
                .query(PackRows::pack)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The packs that a viewer may see, the newest year first; at most 300. */
    List<Counted> all(Viewer viewer, @Nullable CycleId cycle) {
        return jdbc.sql("""
            select p.*, f.* from data_pack p cross join lateral (
                select count(*) as figures,
                       count(*) filter (where state = 'OPEN') as open,
                       count(*) filter (where state = 'QUERIED') as queried,
                       count(*) filter (where state = 'ANSWERED') as answered,
                       count(*) filter (where state = 'AGREED') as agreed,
                       count(*) filter (where state = 'NOT_AGREED') as not_agreed
                from (select state from pack_figure where pack_id = p.id) each) f
            where (cast(:cycle as uuid) is null or p.cycle_id = :cycle) and %s
            order by p.year_starts_in desc, p.id limit 300
            """.formatted(seen()))
                .params(maySee.parameters(viewer))
                .param("cycle", cycle == null ? null : cycle.value())
                .query((row, number) -> new Counted(
                        pack(row, number),
                        row.getInt("figures"),
                        row.getInt("open"),
                        row.getInt("queried"),
                        row.getInt("answered"),
                        row.getInt("agreed"),
                        row.getInt("not_agreed")))
                .list();
    }

    /** The authority's pack of a year that has been issued, for whoever may see it. */
    Optional<DataPack> issued(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        return jdbc.sql("select p.* from data_pack p where p.authority_id = :authority and p.cycle_id = :cycle and"
                        + " p.state <> 'PREPARED' and " + maySee.of("p"))
                .params(maySee.parameters(viewer))
                .param("authority", authority.value())
                .param("cycle", cycle.value())
                .query(PackRows::pack)
                .optional();
    }

    /** The authorities that have a pack in a year. */
    List<LocalAuthorityId> withPack(CycleId cycle) {
        return jdbc.sql("select authority_id from data_pack where cycle_id = :cycle limit 1000")
                .param("cycle", cycle.value())
                .query((row, number) -> new LocalAuthorityId(row.getObject("authority_id", UUID.class)))
                .list();
    }

    /** One packs' preparation at a time. */
    void hold(CycleId cycle) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('data packs'), hashtext(:cycle))")
                .param("cycle", cycle.value().toString())
                .query((row, number) -> number)
                .list();
    }

    /** Puts packs and their figures in, in two statements whatever their number. */
    Map<LocalAuthorityId, UUID> prepare(
            OrganisationId region,
            CycleId cycle,
            AcademicYear year,
            List<LocalAuthorityId> authorities,
            List<ComparedFigure> figures,
            LocalDate frozenOn,
            LocalDate dueOn) {
        var ids = new LinkedHashMap<LocalAuthorityId, UUID>();
        authorities.forEach(authority -> ids.put(authority, Uuid7.next()));
        jdbc.sql("""
            insert into data_pack (id, version, authority_id, owner_organisation_id, cycle_id, year_starts_in, state,
                                   frozen_on, due_on)
            select n.id, 0, n.authority, :region, :cycle, :year, 'PREPARED', :frozenOn, :dueOn
            from unnest(cast(:ids as uuid[]), cast(:authorities as uuid[])) n(id, authority)
            """)
                .param("region", region.value())
                .param("cycle", cycle.value())
                .param("year", year.startsIn())
                .param("frozenOn", frozenOn)
                .param("dueOn", dueOn)
                .param("ids", ids.values().toArray(UUID[]::new))
                .param(
                        "authorities",
                        ids.keySet().stream().map(LocalAuthorityId::value).toArray(UUID[]::new))
                .update();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        int place = 0;
        for (var figure : figures) {
            rows.add(row(figure, ids.get(figure.authority()), place++));
        }
        jdbc.sql("""
            insert into pack_figure (id, pack_id, version, place, indicator_id, slug, name, grouping, unit, decimal_places,
                polarity, period, value, symbol, neighbours, region, region_symbol, england, england_symbol, rank, ranked,
                band, change, release, published_on, years, finding, finding_rule, finding_words, dropped, state)
            select f.id, f.pack, 0, f.place, f.indicator, f.slug, f.name, f.grouping, f.unit, f.places, f.polarity, f.period,
                f.value, f.symbol, f.neighbours, f.region, f.region_symbol, f.england, f.england_symbol, f.rank, f.ranked,
                f.band, f.change, f.release, f.published, f.years, f.finding, f.finding_rule, f.words, false, 'OPEN'
            from jsonb_to_recordset(cast(:figures as jsonb)) as f(id uuid, pack uuid, place int, indicator uuid, slug text,
                name text, grouping text, unit text, places int, polarity text, period int, value numeric, symbol text,
                neighbours numeric, region numeric, region_symbol text, england numeric, england_symbol text, rank int,
                ranked int, band text, change numeric, release text, published date, years jsonb, finding text,
                finding_rule text, words text)
            """).param("figures", json.writeValueAsString(rows)).update();
        return ids;
    }

    private static Map<String, @Nullable Object> row(ComparedFigure figure, @Nullable UUID pack, int place) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        var proposal = FindingRule.of(figure);
        row.put("id", Uuid7.next().toString());
        row.put("pack", pack == null ? null : pack.toString());
        row.put("place", place);
        row.put("indicator", figure.indicator().value().toString());
        row.put("slug", figure.slug());
        row.put("name", figure.name());
        row.put("grouping", figure.grouping());
        row.put("unit", figure.unit().name());
        row.put("places", figure.decimalPlaces());
        row.put("polarity", figure.polarity().name());
        row.put("period", figure.period());
        row.put("value", figure.value());
        row.put("symbol", figure.symbol());
        row.put("neighbours", figure.neighbours());
        row.put("region", figure.region());
        row.put("region_symbol", figure.regionSymbol());
        row.put("england", figure.england());
        row.put("england_symbol", figure.englandSymbol());
        row.put("rank", figure.rank());
        row.put("ranked", figure.ranked());
        row.put("band", figure.band() == null ? null : figure.band().name());
        row.put("change", figure.change());
        row.put("release", figure.release());
        row.put(
                "published",
                figure.published() == null ? null : figure.published().toString());
        row.put("years", figure.years());
        row.put("finding", proposal.map(found -> found.finding().name()).orElse(null));
        row.put("finding_rule", proposal.map(FindingRule.Proposal::rule).orElse(null));
        row.put("words", proposal.map(FindingRule.Proposal::words).orElse(null));
        return row;
    }

    /** Takes away what is prepared and was not issued. */
    int discard(CycleId cycle, OrganisationId region) {
        return jdbc.sql("delete from data_pack where cycle_id = :cycle and owner_organisation_id = :region and state ="
                        + " 'PREPARED'")
                .param("cycle", cycle.value())
                .param("region", region.value())
                .update();
    }

    /** Issues what is prepared of a year, or one pack of it; answers what was issued. */
    List<DataPack> issue(CycleId cycle, OrganisationId region, @Nullable UUID one, Instant at) {
        return jdbc.sql("""
            update data_pack p set state = 'ISSUED', issued_at = :at, version = version + 1
            where p.cycle_id = :cycle and p.owner_organisation_id = :region and p.state = 'PREPARED'
              and (cast(:one as uuid) is null or p.id = :one)
            returning p.*
            """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("cycle", cycle.value())
                .param("region", region.value())
                .param("one", one)
                .query(PackRows::pack)
                .list();
    }

    /** The figures of packs, in order. */
    List<PackFigure> figures(UUID pack) {
        return jdbc.sql("select f.*, p.authority_id from pack_figure f join data_pack p on p.id = f.pack_id where"
                        + " f.pack_id = :pack order by f.place limit 1000")
                .param("pack", pack)
                .query(this::figure)
                .list();
    }

    PackFigure figure(UUID pack, UUID id) {
        return jdbc.sql("select f.*, p.authority_id from pack_figure f join data_pack p on p.id = f.pack_id where"
                        + " f.pack_id = :pack and f.id = :id")
                .param("pack", pack)
                .param("id", id)
                .query(this::figure)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** A figure with the pack that it is frozen in. */
    record InPack(UUID pack, LocalDate frozenOn, PackFigure figure) {}

    /** Those of some figures whose pack has been issued and may be seen. */
    List<InPack> inThreads(Viewer viewer, Set<UUID> figures) {
        return jdbc.sql("select f.*, p.authority_id, p.frozen_on from pack_figure f join data_pack p on p.id ="
                        + " f.pack_id where f.id in (:figures) and p.state <> 'PREPARED' and " + maySee.of("p"))
                .params(maySee.parameters(viewer))
                .param("figures", figures)
                .query((row, number) -> new InPack(
                        row.getObject("pack_id", UUID.class),
                        row.getObject("frozen_on", LocalDate.class),
                        figure(row, number)))
                .list();
    }

    void reword(UUID id, String words, boolean dropped) {
        jdbc.sql("update pack_figure set finding_words = :words, dropped = :dropped, version = version + 1"
                        + " where id = :id")
                .param("words", words)
                .param("dropped", dropped)
                .param("id", id)
                .update();
    }

    void settle(UUID id, FigureState state) {
        jdbc.sql("update pack_figure set state = :state, version = version + 1 where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /** Agrees every figure that nobody has said anything about; answers how many. */
    int agreeOpen(UUID pack) {
        return jdbc.sql("update pack_figure set state = 'AGREED', version = version + 1 where pack_id = :pack and"
                        + " state = 'OPEN'")
                .param("pack", pack)
                .update();
    }

    void query(UUID id, BigDecimal own, String reason, String by, Instant at) {
        jdbc.sql("""
            update pack_figure set state = 'QUERIED', own_figure = :own, own_reason = :reason, queried_at = :at,
                queried_by = :by, answer = null, answer_words = null, answered_at = null, answered_by = null,
                version = version + 1
            where id = :id
            """)
                .param("own", own)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", id)
                .update();
    }

    void answer(UUID id, DataQuery.Answer answer, String words, String by, Instant at) {
        jdbc.sql("""
            update pack_figure set state = 'ANSWERED', answer = :answer, answer_words = :words, answered_at = :at,
                answered_by = :by, version = version + 1
            where id = :id
            """)
                .param("answer", answer.name())
                .param("words", words)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", id)
                .update();
    }

    /** Neither side's agreement to the whole stands any more. */
    void reopen(UUID pack) {
        jdbc.sql("""
            update data_pack set state = 'ISSUED', authority_agreed_at = null, authority_agreed_by = null,
                region_agreed_at = null, region_agreed_by = null, version = version + 1
            where id = :pack and (authority_agreed_at is not null or region_agreed_at is not null)
            """).param("pack", pack).update();
    }

    void agree(UUID pack, boolean authority, String by, Instant at) {
        var side = authority ? "authority" : "region";
        var other = authority ? "region" : "authority";
        jdbc.sql("update data_pack set " + side + "_agreed_at = :at, " + side + "_agreed_by = :by, state = case when "
                        + other + "_agreed_at is null then 'ISSUED' else 'AGREED' end, version = version + 1 where id ="
                        + " :pack")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("pack", pack)
                .update();
    }

    private static DataPack pack(ResultSet row, int number) throws SQLException {
        return new DataPack(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                new CycleId(row.getObject("cycle_id", UUID.class)),
                new AcademicYear(row.getInt("year_starts_in")),
                PackState.valueOf(row.getString("state")),
                row.getObject("frozen_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                instant(row, "issued_at"),
                instant(row, "authority_agreed_at"),
                row.getString("authority_agreed_by"),
                instant(row, "region_agreed_at"),
                row.getString("region_agreed_by"));
    }

    private PackFigure figure(ResultSet row, int number) throws SQLException {
        var own = row.getBigDecimal("own_figure");
        var at = instant(row, "queried_at");
        var answer = row.getString("answer");
        var finding = row.getString("finding");
        var band = row.getString("band");
        return new PackFigure(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new ComparedFigure(
                        new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                        new IndicatorId(row.getObject("indicator_id", UUID.class)),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("grouping"),
                        Unit.valueOf(row.getString("unit")),
                        row.getInt("decimal_places"),
                        Polarity.valueOf(row.getString("polarity")),
                        row.getObject("period", Integer.class),
                        row.getBigDecimal("value"),
                        row.getString("symbol"),
                        row.getBigDecimal("neighbours"),
                        row.getBigDecimal("region"),
                        row.getString("region_symbol"),
                        row.getBigDecimal("england"),
                        row.getString("england_symbol"),
                        row.getObject("rank", Integer.class),
                        row.getInt("ranked"),
                        band == null ? null : Band.valueOf(band),
                        row.getBigDecimal("change"),
                        row.getString("release"),
                        row.getObject("published_on", LocalDate.class),
                        Arrays.asList(json.readValue(row.getString("years"), ComparedFigure.Year[].class))),
                finding == null ? null : Finding.valueOf(finding),
                row.getString("finding_rule"),
                row.getString("finding_words"),
                row.getBoolean("dropped"),
                FigureState.valueOf(row.getString("state")),
                own == null || at == null
                        ? null
                        : new DataQuery(
                                own,
                                row.getString("own_reason"),
                                row.getString("queried_by"),
                                at,
                                answer == null ? null : DataQuery.Answer.valueOf(answer),
                                row.getString("answer_words"),
                                row.getString("answered_by"),
                                instant(row, "answered_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
