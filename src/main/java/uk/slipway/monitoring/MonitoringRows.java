package uk.slipway.monitoring;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.Band;
import uk.slipway.indicators.ComparedFigure;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.indicators.Polarity;
import uk.slipway.indicators.Unit;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardSight;
import uk.slipway.partnership.MembershipId;
import uk.slipway.region.LocalAuthorityId;

/** The tables of routines and rounds. Each is the business of its board. */
@Component
class MonitoringRows {

    static final int MOST = 200;

    private static final String ROUTINE = """
        select r.*, b.name as board_name, m.account_id as reporter_account, coalesce(c.name, m.person_name) || ', '
                   || coalesce(o.name, m.organisation_name) as reporter,
               c.closed_on is not null or not exists (select 1 from board_membership n where n.board_id = m.board_id
                   and n.account_id is not distinct from m.account_id and n.person_name is not distinct from m.person_name
                   and n.starts_on <= :today and (n.ends_on is null or n.ends_on >= :today)) as reporter_left
        from monitoring_routine r join board b on b.id = r.board_id join board_membership m on m.id = r.reporter_seat
            left join account c on c.id = m.account_id left join organisation o on o.id = m.organisation_id
        """;

    private static final String ROUND = """
        select n.*, r.name as routine_name, b.name as board_name, m.account_id as reporter_account,
               coalesce(c.name, m.person_name) as reporter, x.*
        from monitoring_round n join monitoring_routine r on r.id = n.routine_id join board b on b.id = n.board_id
            join board_membership m on m.id = r.reporter_seat left join account c on c.id = m.account_id
            cross join lateral (select count(*) as indicators,
                count(*) filter (where i.commentary is null) as waiting,
                (select count(*) from round_figure f join round_indicator j on j.id = f.round_indicator_id
                    where j.round_id = n.id and f.exception is not null) as marked
                from round_indicator i where i.round_id = n.id) x
        """;

    private final JdbcClient jdbc;
    private final BoardSight sight;

    MonitoringRows(JdbcClient jdbc, BoardSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** The last round of each of some boards, in one statement; boards without one are absent. */
    Map<BoardId, Round> lastRounds(Collection<BoardId> boards) {
        var found = new HashMap<BoardId, Round>();
        if (boards.isEmpty()) {
            return found;
        }
        jdbc.sql("select distinct on (l.board_id) l.* from (" + ROUND + " where n.board_id in (:boards)) l"
                        + " order by l.board_id, l.due_on desc, l.id desc")
                .param("boards", boards.stream().map(BoardId::value).toList())
                .query(MonitoringRows::round)
                .list()
                .forEach(round -> found.put(round.board(), round));
        return found;
    }

    /** A routine whose board's business the viewer sees. */
    Optional<Routine> routine(Viewer viewer, UUID id, boolean held) {
        return jdbc.sql(ROUTINE + " where r.id = :id and (" + sight.business("r.board_id") + ")"
                        + (held ? " for update of r" : ""))
                .params(sight.parameters(viewer))
                .param("id", id)
                .query(MonitoringRows::routine)
                .optional();
    }

    /** A board's routines, those that have ended last. */
    List<Routine> routines(BoardId board, LocalDate today) {
        return jdbc.sql(ROUTINE + " where r.board_id = :board order by r.ended_on nulls first, r.next_on, r.id limit "
                        + MOST)
                .param("board", board.value())
                .param("today", today)
                .query(MonitoringRows::routine)
                .list();
    }

    /** The routines whose day has come, each held until this transaction ends; what another holds is left to it. */
    List<Routine> due(LocalDate today) {
        return jdbc.sql(ROUTINE + " where r.ended_on is null and r.next_on <= :today order by r.id limit 100"
                        + " for update of r skip locked")
                .param("today", today)
                .query(MonitoringRows::routine)
                .list();
    }

    boolean add(UUID id, BoardId board, KeepRoutines.RoutineTyped typed) {
        return jdbc.sql("""
            insert into monitoring_routine (id, version, board_id, name, every_months, next_on, reporter_seat)
            values (:id, 0, :board, :name, :months, :next, :seat) on conflict (id) do nothing
            """)
                        .param("id", id)
                        .param("board", board.value())
                        .param("name", typed.name())
                        .param("months", typed.everyMonths())
                        .param("next", typed.nextOn())
                        .param("seat", typed.reporter().value())
                        .update()
                == 1;
    }

    void change(UUID id, KeepRoutines.RoutineTyped typed) {
        jdbc.sql("""
            update monitoring_routine set name = :name, every_months = :months, next_on = :next, reporter_seat = :seat,
                version = version + 1 where id = :id
            """)
                .param("id", id)
                .param("name", typed.name())
                .param("months", typed.everyMonths())
                .param("next", typed.nextOn())
                .param("seat", typed.reporter().value())
                .update();
    }

    void end(UUID id, LocalDate on) {
        jdbc.sql("update monitoring_routine set ended_on = :on, version = version + 1 where id = :id")
                .param("id", id)
                .param("on", on)
                .update();
    }

    void next(UUID id, LocalDate on) {
        jdbc.sql("update monitoring_routine set next_on = :on, version = version + 1 where id = :id")
                .param("id", id)
                .param("on", on)
                .update();
    }

    List<Routine.Watched> watched(List<UUID> routines) {
        return routines.isEmpty()
                ? List.of()
                : jdbc.sql("select * from watched_indicator where routine_id in (:ids) order by indicator limit 1000")
                        .param("ids", routines)
                        .query((row, number) -> new Routine.Watched(
                                row.getObject("routine_id", UUID.class),
                                row.getString("indicator"),
                                ExceptionRule.valueOf(row.getString("rule")),
                                row.getBigDecimal("limit_value")))
                        .list();
    }

    void watch(Routine.Watched watched) {
        jdbc.sql("""
            insert into watched_indicator (routine_id, indicator, rule, limit_value) values (:routine, :indicator, :rule, :limit)
            on conflict (routine_id, indicator) do update set rule = :rule, limit_value = :limit
            """)
                .param("routine", watched.routine())
                .param("indicator", watched.indicator())
                .param("rule", watched.rule().name())
                .param("limit", watched.limit())
                .update();
        watchedChanged(watched.routine());
    }

    boolean unwatch(UUID routine, String indicator) {
        boolean was = jdbc.sql("delete from watched_indicator where routine_id = :routine and indicator = :indicator")
                        .param("routine", routine)
                        .param("indicator", indicator)
                        .update()
                == 1;
        if (was) {
            watchedChanged(routine);
        }
        return was;
    }

    private void watchedChanged(UUID routine) {
        jdbc.sql("update monitoring_routine set watched_version = watched_version + 1 where id = :id")
                .param("id", routine)
                .update();
    }

    /** A round whose board's business the viewer sees. */
    Optional<Round> round(Viewer viewer, UUID id) {
        return jdbc.sql(ROUND + " where n.id = :id and (" + sight.business("n.board_id") + ")")
                .params(sight.parameters(viewer))
                .param("id", id)
                .query(MonitoringRows::round)
                .optional();
    }

    /** The rounds of a board, newest first; at most {@value #MOST}. */
    List<Round> rounds(BoardId board) {
        return jdbc.sql(ROUND + " where n.board_id = :board order by n.due_on desc, n.id limit " + MOST)
                .param("board", board.value())
                .query(MonitoringRows::round)
                .list();
    }

    /** The rounds that the viewer sees and that lack a commentary, oldest first; at most {@value #MOST}. */
    List<Round> waiting(Viewer viewer) {
        return jdbc.sql(ROUND + " where x.waiting > 0 and (" + sight.business("n.board_id")
                        + ") order by n.due_on, n.id limit " + MOST)
                .params(sight.parameters(viewer))
                .query(MonitoringRows::round)
                .list();
    }

    boolean addRound(UUID id, Routine routine, Instant at) {
        return jdbc.sql("insert into monitoring_round (id, routine_id, board_id, due_on, gathered_at) values (:id,"
                                + " :routine, :board, :due, :at) on conflict do nothing")
                        .param("id", id)
                        .param("routine", routine.id())
                        .param("board", routine.board().value())
                        .param("due", routine.nextOn())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Which of some ids are rounds. */
    List<UUID> roundsAmong(List<UUID> ids) {
        return jdbc.sql("select id from monitoring_round where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Freezes one indicator's figures; the first of them says what is common to all. */
    void freeze(UUID round, int place, String rule, List<ComparedFigure> figures, List<@Nullable String> exceptions) {
        var first = figures.getFirst();
        var id = Uuid7.next();
        jdbc.sql("""
            insert into round_indicator (id, version, round_id, place, indicator, name, grouping, unit, decimal_places,
                polarity, rule_words, period, region, region_symbol, england, england_symbol, release)
            values (:id, 0, :round, :place, :indicator, :name, :grouping, :unit, :places, :polarity, :rule, :period, :region,
                :regionSymbol, :england, :englandSymbol, :release)
            """)
                .param("id", id)
                .param("round", round)
                .param("place", place)
                .param("indicator", first.slug())
                .param("name", first.name())
                .param("grouping", first.grouping())
                .param("unit", first.unit().name())
                .param("places", first.decimalPlaces())
                .param("polarity", first.polarity().name())
                .param("rule", rule)
                .param("period", first.period())
                .param("region", first.region())
                .param("regionSymbol", first.regionSymbol())
                .param("england", first.england())
                .param("englandSymbol", first.englandSymbol())
                .param("release", first.release())
                .update();
        jdbc.sql("""
            insert into round_figure (round_indicator_id, authority_id, value, symbol, neighbours, rank, ranked, band, change,
                exception)
            select :id, n.* from unnest(cast(:authorities as uuid[]), cast(:values as numeric[]), cast(:symbols as text[]),
                cast(:neighbours as numeric[]), cast(:ranks as int[]), cast(:ranked as int[]), cast(:bands as text[]),
                cast(:changes as numeric[]), cast(:exceptions as text[])) n
            """)
                .param("id", id)
                .param(
                        "authorities",
                        figures.stream().map(each -> each.authority().value()).toArray(UUID[]::new))
                .param("values", numbers(figures, ComparedFigure::value))
                .param("symbols", figures.stream().map(ComparedFigure::symbol).toArray(String[]::new))
                .param("neighbours", numbers(figures, ComparedFigure::neighbours))
                .param("ranks", figures.stream().map(ComparedFigure::rank).toArray(Integer[]::new))
                .param("ranked", figures.stream().map(ComparedFigure::ranked).toArray(Integer[]::new))
                .param(
                        "bands",
                        figures.stream()
                                .map(each ->
                                        each.band() == null ? null : each.band().name())
                                .toArray(String[]::new))
                .param("changes", numbers(figures, ComparedFigure::change))
                .param("exceptions", exceptions.toArray(String[]::new))
                .update();
    }

    /** Numbers as text, since the driver sends no array of them; the statement makes numbers of them again. */
    private static @Nullable String[] numbers(
            List<ComparedFigure> figures, Function<ComparedFigure, @Nullable BigDecimal> of) {
        var texts = new @Nullable String[figures.size()];
        for (int at = 0; at < texts.length; at++) {
            var number = of.apply(figures.get(at));
            texts[at] = number == null ? null : number.toPlainString();
        }
        return texts;
    }

    /** A round's indicators with their figures, in two statements. */
    List<Round.Of> of(UUID round) {
        var figures = new HashMap<UUID, List<Round.Figure>>();
        jdbc.sql("select f.* from round_figure f join round_indicator i on i.id = f.round_indicator_id where"
                        + " i.round_id = :round limit 20000")
                .param("round", round)
                .query((row, number) -> figures.computeIfAbsent(
                                row.getObject("round_indicator_id", UUID.class), any -> new ArrayList<>())
                        .add(figure(row)))
                .list();
        return jdbc.sql("select * from round_indicator where round_id = :round order by place limit 1000")
                .param("round", round)
                .query((row, number) -> indicator(row, figures))
                .list();
    }

    void comment(UUID indicator, String words, String by, Instant at) {
        jdbc.sql("update round_indicator set commentary = :words, commented_by = :by, commented_at = :at, version ="
                        + " version + 1 where id = :id")
                .param("id", indicator)
                .param("words", words)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Routine routine(ResultSet row, int number) throws SQLException {
        var account = row.getObject("reporter_account", UUID.class);
        return new Routine(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getLong("watched_version"),
                new BoardId(row.getObject("board_id", UUID.class)),
                row.getString("board_name"),
                row.getString("name"),
                row.getInt("every_months"),
                row.getObject("next_on", LocalDate.class),
                new MembershipId(row.getObject("reporter_seat", UUID.class)),
                row.getString("reporter"),
                account == null ? null : new AccountId(account),
                row.getBoolean("reporter_left"),
                row.getObject("ended_on", LocalDate.class));
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        var account = row.getObject("reporter_account", UUID.class);
        return new Round(
                row.getObject("id", UUID.class),
                row.getObject("routine_id", UUID.class),
                row.getString("routine_name"),
                new BoardId(row.getObject("board_id", UUID.class)),
                row.getString("board_name"),
                account == null ? null : new AccountId(account),
                row.getString("reporter"),
                row.getObject("due_on", LocalDate.class),
                row.getTimestamp("gathered_at").toInstant(),
                row.getInt("indicators"),
                row.getInt("marked"),
                row.getInt("waiting"));
    }

    private static Round.Of indicator(ResultSet row, Map<UUID, List<Round.Figure>> figures) throws SQLException {
        var id = row.getObject("id", UUID.class);
        Timestamp at = row.getTimestamp("commented_at");
        return new Round.Of(
                id,
                row.getLong("version"),
                row.getString("indicator"),
                row.getString("name"),
                row.getString("grouping"),
                new FigureSpeech(Unit.valueOf(row.getString("unit")), row.getInt("decimal_places")),
                Polarity.valueOf(row.getString("polarity")),
                row.getString("rule_words"),
                row.getObject("period", Integer.class),
                row.getBigDecimal("region"),
                row.getString("region_symbol"),
                row.getBigDecimal("england"),
                row.getString("england_symbol"),
                row.getString("release"),
                row.getString("commentary"),
                row.getString("commented_by"),
                at == null ? null : at.toInstant(),
                figures.getOrDefault(id, List.of()));
    }

    private static Round.Figure figure(ResultSet row) throws SQLException {
        var band = row.getString("band");
        return new Round.Figure(
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                row.getBigDecimal("value"),
                row.getString("symbol"),
                row.getBigDecimal("neighbours"),
                row.getObject("rank", Integer.class),
                row.getInt("ranked"),
                band == null ? null : Band.valueOf(band),
                row.getBigDecimal("change"),
                row.getString("exception"));
    }
}
