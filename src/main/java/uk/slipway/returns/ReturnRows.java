package uk.slipway.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Quarter;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.NotFound;

/** The tables of quarterly returns. What a viewer may not see is not there. */
@Component
class ReturnRows {

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final JsonMapper json;

    ReturnRows(JdbcClient jdbc, MaySee maySee, JsonMapper json) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.json = json;
    }

    /** An authority's answer with how many of the indicators asked have one. */
    record Counted(AuthorityReturn answer, int answered) {}

    /** A figure of an authority in a quarter, beside others. */
    record Placed(QuarterlyReturn quarter, AskedIndicator asked, AuthorityReturn answer, Figure figure) {}

    /** Opens a quarter with what the list asks for today; empty where the team has that quarter already. */
    Optional<UUID> open(
            OrganisationId team,
            RegionCode region,
            Quarter quarter,
            LocalDate deadline,
            LocalDate releaseOn,
            String by,
            Instant at) {
        var id = Uuid7.at(at);
        int made = jdbc.sql("""
            insert into quarterly_return (id, version, owner_organisation_id, region_code, year_starts_in, quarter,
                deadline, release_on, opened_at, opened_by)
            values (:id, 0, :team, :region, :year, :quarter, :deadline, :release, :at, :by) on conflict do nothing
            """)
                .param("id", id)
                .param("team", team.value())
                .param("region", region.value())
                .param("year", quarter.yearStartsIn())
                .param("quarter", quarter.number())
                .param("deadline", deadline)
                .param("release", releaseOn)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        if (made == 0) {
            return Optional.empty();
        }
        jdbc.sql("""
            insert into return_indicator (id, return_id, indicator_id, place, grouping, name, description, numerator,
                denominator, unit, decimal_places, polarity, threshold, least, most)
            select gen_random_uuid(), :id, i.id, row_number() over (order by i.place, i.id), i.grouping, i.name,
                i.description, i.numerator, i.denominator, i.unit, i.decimal_places, i.polarity, i.threshold, i.least,
                i.most
            from quarterly_indicator i where i.owner_organisation_id = :team and i.asked
            """).param("id", id).param("team", team.value()).update();
        return Optional.of(id);
    }

    /** Asks authorities, each once. */
    void ask(UUID quarter, OrganisationId team, List<LocalAuthorityId> authorities) {
        jdbc.sql("""
            insert into authority_return (id, version, return_id, authority_id, owner_organisation_id, state)
            select n.id, 0, :quarter, n.authority, :team, 'OPEN'
            from unnest(cast(:ids as uuid[]), cast(:authorities as uuid[])) n(id, authority) on conflict do nothing
            """)
                .param("quarter", quarter)
                .param("team", team.value())
                .param("ids", authorities.stream().map(one -> Uuid7.next()).toArray(UUID[]::new))
                .param(
                        "authorities",
                        authorities.stream().map(LocalAuthorityId::value).toArray(UUID[]::new))
                .update();
    }

    /** Changes when a quarter is due and released; false where somebody else was first. Reminders begin anew. */
    boolean changeDates(UUID id, long version, LocalDate deadline, LocalDate releaseOn) {
        boolean changed = jdbc.sql("update quarterly_return set deadline = :deadline, release_on = :release,"
                                + " version = version + 1 where id = :id and version = :version")
                        .param("deadline", deadline)
                        .param("release", releaseOn)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
        if (changed) {
            jdbc.sql("delete from return_reminder where authority_return_id in"
                            + " (select a.id from authority_return a where a.return_id = :id)")
                    .param("id", id)
                    .update();
        }
        return changed;
    }

    /** Every answer of a quarter, with whose it is, whoever asks. */
    Map<UUID, UUID> answersOf(UUID quarter) {
        var answers = new LinkedHashMap<UUID, UUID>();
        jdbc.sql("select id, authority_id from authority_return where return_id = :quarter order by id limit 2000")
                .param("quarter", quarter)
                .query((row, number) ->
                        answers.put(row.getObject("id", UUID.class), row.getObject("authority_id", UUID.class)))
                .list();
        return answers;
    }

    Optional<UUID> find(OrganisationId team, Quarter quarter) {
        return jdbc.sql("select id from quarterly_return where owner_organisation_id = :team and year_starts_in = :year"
                        + " and quarter = :quarter")
                .param("team", team.value())
                .param("year", quarter.yearStartsIn())
                .param("quarter", quarter.number())
                .query(UUID.class)
                .optional();
    }

    /** The quarters that a viewer may see, the newest first; at most 100. */
    List<QuarterlyReturn> quarters(Viewer viewer) {
        return jdbc.sql("select q.* from quarterly_return q where " + maySee.of("q")
                        + " order by q.year_starts_in desc, q.quarter desc, q.id limit 100")
                .params(maySee.parameters(viewer))
                .query(ReturnRows::quarter)
                .list();
    }

    QuarterlyReturn quarter(Viewer viewer, UUID id) {
        return jdbc.sql("select q.* from quarterly_return q where q.id = :id and " + maySee.of("q"))
                .params(maySee.parameters(viewer))
                .param("id", id)
                .query(ReturnRows::quarter)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What a quarter asks, in order. */
    List<AskedIndicator> asked(UUID quarter) {
        return jdbc.sql("select i.* from return_indicator i where i.return_id = :quarter order by i.place limit 500")
                .param("quarter", quarter)
                .query(ReturnRows::asked)
                .list();
    }

    /** The answers of some quarters that a viewer may see, with how much of each is there. */
    List<Counted> answers(Viewer viewer, List<UUID> quarters) {
        if (quarters.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
            select a.*, (select count(*) from return_figure f where f.authority_return_id = a.id
                and num_nonnulls(f.numerator, f.value, f.symbol) > 0) as answered
            from authority_return a where a.return_id in (:quarters) and %s order by a.id limit 2000
            """.formatted(maySee.of("a")))
                .params(maySee.parameters(viewer))
                .param("quarters", quarters)
                .query((row, number) -> new Counted(answer(row, number), row.getInt("answered")))
                .list();
    }

    AuthorityReturn answer(Viewer viewer, UUID quarter, LocalAuthorityId authority) {
        return answer(viewer, quarter, authority, "");
    }

    /** The same, and nobody else changes it until this transaction ends. */
    AuthorityReturn held(Viewer viewer, UUID quarter, LocalAuthorityId authority) {
        return answer(viewer, quarter, authority, " for update of a");
    }

    private AuthorityReturn answer(Viewer viewer, UUID quarter, LocalAuthorityId authority, String ending) {
        return jdbc.sql("select a.* from authority_return a where a.return_id = :quarter and a.authority_id ="
                        + " :authority and " + maySee.of("a") + ending)
                .params(maySee.parameters(viewer))
                .param("quarter", quarter)
                .param("authority", authority.value())
                .query(ReturnRows::answer)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The figures of an answer, by the indicator asked. */
    Map<UUID, Figure> figures(UUID answer) {
        var figures = new LinkedHashMap<UUID, Figure>();
        jdbc.sql("select * from return_figure where authority_return_id = :answer limit 500")
                .param("answer", answer)
                .query((row, number) -> figures.put(row.getObject("return_indicator_id", UUID.class), figure(row)))
                .list();
        return figures;
    }

    /** What the authority said in the quarter before, by the line of the region's list; of an answer that was handed in. */
    Map<UUID, Figure> before(QuarterlyReturn now, LocalAuthorityId authority) {
        var before = now.quarter().previous();
        var figures = new LinkedHashMap<UUID, Figure>();
        jdbc.sql("""
            select f.*, i.indicator_id from quarterly_return q
            join authority_return a on a.return_id = q.id and a.authority_id = :authority
            join return_figure f on f.authority_return_id = a.id
            join return_indicator i on i.id = f.return_indicator_id
            where q.owner_organisation_id = :team and q.year_starts_in = :year and q.quarter = :quarter
              and a.state in ('SUBMITTED', 'ACCEPTED') limit 500
            """)
                .param("authority", authority.value())
                .param("team", now.team().value())
                .param("year", before.yearStartsIn())
                .param("quarter", before.number())
                .query((row, number) -> figures.put(row.getObject("indicator_id", UUID.class), figure(row)))
                .list();
        return figures;
    }

    /** The figures handed in for one line of the list, over the latest quarters; what the viewer may see. */
    List<Placed> over(Viewer viewer, UUID indicator, int quarters) {
        return placed(viewer, """
            i.indicator_id = :indicator and q.id in (
                select l.id from quarterly_return l join return_indicator li on li.return_id = l.id
                where li.indicator_id = :indicator and %s
                order by l.year_starts_in desc, l.quarter desc limit :quarters)
            """.formatted(maySee.of("l")), Map.of("indicator", indicator, "quarters", quarters));
    }

    /** How many of a quarter's answers are not accepted, whoever asks. */
    int notAccepted(UUID quarter) {
        return jdbc.sql("select count(*) from authority_return where return_id = :quarter and state <> 'ACCEPTED'")
                .param("quarter", quarter)
                .query(Integer.class)
                .single();
    }

    /** Every figure handed in for one quarter that the viewer may see. */
    List<Placed> of(Viewer viewer, UUID quarter) {
        return placed(viewer, "q.id = :quarter", Map.of("quarter", quarter));
    }

    private List<Placed> placed(Viewer viewer, String which, Map<String, Object> parameters) {
        return jdbc.sql("""
            select q.id as q_id, q.version as q_version, q.owner_organisation_id as q_team, q.region_code, q.year_starts_in,
                q.quarter, q.deadline, q.release_on, i.id as i_id, i.place, i.indicator_id, i.grouping, i.name,
                i.description, i.unit, i.decimal_places, i.polarity, i.threshold, i.least, i.most,
                i.numerator as i_numerator, i.denominator as i_denominator, a.*, f.numerator, f.denominator, f.value,
                f.symbol, f.note
            from quarterly_return q join return_indicator i on i.return_id = q.id
            join authority_return a on a.return_id = q.id
            join return_figure f on f.authority_return_id = a.id and f.return_indicator_id = i.id
            where a.state in ('SUBMITTED', 'ACCEPTED') and %s and %s
            order by q.year_starts_in, q.quarter, i.place, a.id limit 50000
            """.formatted(which, maySee.of("a")))
                .params(maySee.parameters(viewer))
                .params(parameters)
                .query((row, number) -> new Placed(
                        new QuarterlyReturn(
                                row.getObject("q_id", UUID.class),
                                row.getLong("q_version"),
                                new OrganisationId(row.getObject("q_team", UUID.class)),
                                new RegionCode(row.getString("region_code")),
                                new Quarter(row.getInt("year_starts_in"), row.getInt("quarter")),
                                row.getObject("deadline", LocalDate.class),
                                row.getObject("release_on", LocalDate.class)),
                        new AskedIndicator(
                                row.getObject("i_id", UUID.class),
                                row.getInt("place"),
                                row.getObject("indicator_id", UUID.class),
                                named(
                                        IndicatorRows.definition(row),
                                        row.getString("i_numerator"),
                                        row.getString("i_denominator"))),
                        answer(row, number),
                        figure(row)))
                .list();
    }

    /** In a row of figures the columns numerator and denominator are numbers; what they are called stands elsewhere. */
    private static QuarterlyDefinition named(
            QuarterlyDefinition read, @Nullable String numerator, @Nullable String denominator) {
        return new QuarterlyDefinition(
                read.grouping(),
                read.name(),
                read.description(),
                numerator,
                denominator,
                read.unit(),
                read.decimalPlaces(),
                read.polarity(),
                read.threshold(),
                read.least(),
                read.most());
    }

    /** An indicator as the newest quarter that the viewer may see asked for it. */
    Optional<AskedIndicator> newest(Viewer viewer, UUID indicator) {
        return jdbc.sql("select i.* from return_indicator i join quarterly_return q on q.id = i.return_id"
                        + " where i.indicator_id = :indicator and " + maySee.of("q")
                        + " order by q.year_starts_in desc, q.quarter desc limit 1")
                .params(maySee.parameters(viewer))
                .param("indicator", indicator)
                .query(ReturnRows::asked)
                .optional();
    }

    /** Puts the figures of an answer in the place of what it held, in two statements. */
    void save(AuthorityReturn answer, Map<UUID, Figure> figures, String by, Instant at) {
        jdbc.sql("delete from return_figure where authority_return_id = :answer")
                .param("answer", answer.id())
                .update();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        figures.forEach((asked, figure) -> {
            if (!figure.isBlank()) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                row.put("asked", asked.toString());
                row.put("numerator", figure.numerator());
                row.put("denominator", figure.denominator());
                row.put("value", figure.value());
                row.put("symbol", figure.symbol());
                row.put("note", figure.note());
                rows.add(row);
            }
        });
        jdbc.sql("""
            insert into return_figure (authority_return_id, return_indicator_id, numerator, denominator, value, symbol, note)
            select :answer, f.asked, f.numerator, f.denominator, f.value, f.symbol, f.note
            from jsonb_to_recordset(cast(:figures as jsonb)) as f(asked uuid, numerator numeric, denominator numeric,
                value numeric, symbol text, note text)
            """)
                .param("answer", answer.id())
                .param("figures", json.writeValueAsString(rows))
                .update();
        jdbc.sql("""
            update authority_return set saved_at = :at, saved_by = :by, version = version + 1,
                state = case when state = 'OPEN' then 'WRITING' else state end
            where id = :id
            """)
                .param("id", answer.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void submit(UUID id, String by, Instant at) {
        jdbc.sql("update authority_return set state = 'SUBMITTED', submitted_at = :at, submitted_by = :by,"
                        + " reason = null, version = version + 1 where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void accept(UUID id, String by, Instant at) {
        jdbc.sql("update authority_return set state = 'ACCEPTED', accepted_at = :at, accepted_by = :by, version"
                        + " = version + 1 where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void giveBack(UUID id, String reason) {
        jdbc.sql("update authority_return set state = 'RETURNED', reason = :reason, accepted_at = null, accepted_by ="
                        + " null, version = version + 1 where id = :id")
                .param("id", id)
                .param("reason", reason)
                .update();
    }

    /** An answer that is not handed in, of whose deadline its key contacts are to be reminded. */
    record Unanswered(UUID answer, LocalAuthorityId authority, QuarterlyReturn quarter) {}

    /** What has not been handed in of quarters whose deadline lies in a span, without this reminder yet. */
    List<Unanswered> unanswered(LocalDate from, LocalDate until, String kind) {
        return jdbc.sql("""
            select a.id as answer, a.authority_id as whose, q.* from authority_return a
            join quarterly_return q on q.id = a.return_id
            where a.state in ('OPEN', 'WRITING', 'RETURNED') and q.deadline between :from and :until
              and not exists (select 1 from return_reminder r where r.authority_return_id = a.id and r.kind = :kind)
            order by a.id limit 2000
            """)
                .param("from", from)
                .param("until", until)
                .param("kind", kind)
                .query((row, number) -> new Unanswered(
                        row.getObject("answer", UUID.class),
                        new LocalAuthorityId(row.getObject("whose", UUID.class)),
                        quarter(row, number)))
                .list();
    }

    /** Notes that a reminder is sent; false where another round was first. */
    boolean remind(UUID answer, String kind, Instant at) {
        return jdbc.sql("insert into return_reminder (authority_return_id, kind, sent_at) values (:answer,"
                                + " :kind, :at) on conflict do nothing")
                        .param("answer", answer)
                        .param("kind", kind)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static QuarterlyReturn quarter(ResultSet row, int number) throws SQLException {
        return new QuarterlyReturn(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new OrganisationId(row.getObject("owner_organisation_id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                new Quarter(row.getInt("year_starts_in"), row.getInt("quarter")),
                row.getObject("deadline", LocalDate.class),
                row.getObject("release_on", LocalDate.class));
    }

    private static AskedIndicator asked(ResultSet row, int number) throws SQLException {
        return new AskedIndicator(
                row.getObject("id", UUID.class),
                row.getInt("place"),
                row.getObject("indicator_id", UUID.class),
                IndicatorRows.definition(row));
    }

    private static AuthorityReturn answer(ResultSet row, int number) throws SQLException {
        return new AuthorityReturn(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("return_id", UUID.class),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                ReturnState.valueOf(row.getString("state")),
                instant(row, "saved_at"),
                row.getString("saved_by"),
                instant(row, "submitted_at"),
                row.getString("submitted_by"),
                instant(row, "accepted_at"),
                row.getString("accepted_by"),
                row.getString("reason"));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("value"),
                row.getString("symbol"),
                row.getString("note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
