package uk.slipway.roadmap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardSight;
import uk.slipway.partnership.MembershipId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/** The tables of roadmaps. Each is the business of its board; what is of another board is not there. */
@Component
class RoadmapRows {

    static final int MOST = 200;

    private static final String PRIORITY = """
        select p.*, b.name as board_name, i.version as initiative_version, i.kind as initiative_kind, i.name as initiative_name,
               i.about as initiative_about, i.starts_on as initiative_starts_on, i.ends_on as initiative_ends_on,
               s.standing, s.words as status_words, s.at as status_at, s.by_name as status_by
        from priority p join board b on b.id = p.board_id left join initiative i on i.id = p.initiative_id
            left join lateral (select * from priority_status x where x.priority_id = p.id order by x.at desc, x.id desc
                limit 1) s on true
        """;

    private static final String ACTION = """
        select a.*, p.title as priority_title, p.board_id, b.name as board_name, m.account_id as owner_account,
               coalesce(c.name, m.person_name) as owner, m.organisation_id as owner_organisation,
               coalesce(o.name, m.organisation_name) as owner_organisation_name,
               c.closed_on is not null or not exists (select 1 from board_membership n where n.board_id = m.board_id
                   and n.account_id is not distinct from m.account_id
                   and n.person_name is not distinct from m.person_name
                   and n.starts_on <= :today and (n.ends_on is null or n.ends_on >= :today)) as owner_left
        from priority_action a join priority p on p.id = a.priority_id join board b on b.id = p.board_id
            join board_membership m on m.id = a.owner_seat
            left join account c on c.id = m.account_id left join organisation o on o.id = m.organisation_id
        """;

    private final JdbcClient jdbc;
    private final BoardSight sight;

    RoadmapRows(JdbcClient jdbc, BoardSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** A priority whose board's business the viewer sees. */
    Optional<Priority> seenBy(Viewer viewer, PriorityId id) {
        return jdbc.sql(PRIORITY + " where p.id = :id and (" + sight.business("p.board_id") + ")")
                .params(sight.parameters(viewer))
                .param("id", id.value())
                .query(RoadmapRows::priority)
                .optional();
    }

    /** How far a board is with its roadmap: of so many priorities so many are on track, and so many actions are overdue. */
    record Progress(int priorities, int onTrack, int overdue) {

        static final Progress NONE = new Progress(0, 0, 0);
    }

    /** By board, in one statement; boards without a priority are absent. */
    Map<BoardId, Progress> progress(Collection<BoardId> boards, LocalDate today) {
        var found = new HashMap<BoardId, Progress>();
        if (boards.isEmpty()) {
            return found;
        }
        jdbc.sql("""
            select p.board_id, count(*) as priorities, count(*) filter (where s.standing in ('ON_TRACK', 'ACHIEVED')) as on_track,
                coalesce(sum(l.overdue), 0) as overdue
            from priority p
                left join lateral (select x.standing from priority_status x where x.priority_id = p.id
                    order by x.at desc, x.id desc limit 1) s on true
                cross join lateral (select count(*) as overdue from priority_action a where a.priority_id = p.id
                    and a.state in ('OPEN', 'IN_PROGRESS') and a.due_on < :today) l
            where p.board_id in (:boards) and p.dropped_at is null group by p.board_id
            """)
                .param("boards", boards.stream().map(BoardId::value).toList())
                .param("today", today)
                .query((row, number) -> found.put(
                        new BoardId(row.getObject("board_id", UUID.class)),
                        new Progress(row.getInt("priorities"), row.getInt("on_track"), row.getInt("overdue"))))
                .list();
        return found;
    }

    /** A priority as a golden thread tells it. */
    record Told(Priority priority, String boardName, Instant madeAt) {}

    /** Those of these priorities whose board's business the viewer sees, in one statement. */
    List<Told> priorities(Viewer viewer, Set<UUID> ids) {
        return jdbc.sql(PRIORITY + " where p.id in (:ids) and (" + sight.business("p.board_id") + ")")
                .params(sight.parameters(viewer))
                .param("ids", ids)
                .query((row, number) -> new Told(
                        priority(row, number),
                        row.getString("board_name"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /** Nobody else changes the priority, or what is under it, until this transaction ends. */
    void hold(PriorityId id) {
        jdbc.sql("select id from priority where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> number)
                .list();
    }

    /** A board's priorities that are pursued, those that begin first first. The caller has asked whether the viewer may. */
    List<Priority> of(BoardId board) {
        return jdbc.sql(PRIORITY
                        + " where p.board_id = :board and p.dropped_at is null order by p.starts_on, p.id limit "
                        + MOST)
                .param("board", board.value())
                .query(RoadmapRows::priority)
                .list();
    }

    /** A board's priorities that are pursued no more, the latest to be dropped first. */
    List<Priority> dropped(BoardId board) {
        return jdbc.sql(PRIORITY
                        + " where p.board_id = :board and p.dropped_at is not null order by p.dropped_at desc, p.id"
                        + " limit "
                        + MOST)
                .param("board", board.value())
                .query(RoadmapRows::priority)
                .list();
    }

    boolean add(PriorityId id, BoardId board, KeepPriorities.PriorityTyped typed, String by, Instant at) {
        return jdbc.sql("""
            insert into priority (id, version, board_id, title, outcome, initiative_id, starts_on, ends_on, made_at, made_by)
            values (:id, 0, :board, :title, :outcome, :initiative, :starts, :ends, :at, :by) on conflict (id) do nothing
            """)
                        .param("id", id.value())
                        .param("board", board.value())
                        .param("title", typed.title())
                        .param("outcome", typed.outcome())
                        .param("initiative", typed.initiative())
                        .param("starts", typed.startsOn())
                        .param("ends", typed.endsOn())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    void change(PriorityId id, KeepPriorities.PriorityTyped typed) {
        jdbc.sql("""
            update priority set title = :title, outcome = :outcome, initiative_id = :initiative, starts_on = :starts,
                ends_on = :ends, version = version + 1 where id = :id
            """)
                .param("id", id.value())
                .param("title", typed.title())
                .param("outcome", typed.outcome())
                .param("initiative", typed.initiative())
                .param("starts", typed.startsOn())
                .param("ends", typed.endsOn())
                .update();
    }

    boolean drop(PriorityId id, String because, Instant at) {
        return jdbc.sql("update priority set dropped_at = :at, dropped_because = :because, version = version + 1 where"
                                + " id = :id and dropped_at is null")
                        .param("id", id.value())
                        .param("because", because)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void report(PriorityId id, Standing standing, String words, Instant at, String by) {
        jdbc.sql("insert into priority_status (id, priority_id, standing, words, at, by_name) values (:id, :priority,"
                        + " :standing, :words, :at, :by)")
                .param("id", Uuid7.at(at))
                .param("priority", id.value())
                .param("standing", standing.name())
                .param("words", words)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** How a priority has stood, newest first; at most fifty. */
    List<Priority.Status> statuses(PriorityId id) {
        return jdbc.sql("select * from priority_status where priority_id = :id order by at desc, id desc limit 50")
                .param("id", id.value())
                .query((row, number) -> new Priority.Status(
                        Standing.valueOf(row.getString("standing")),
                        row.getString("words"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name")))
                .list();
    }

    /** A piece of work under a priority. */
    record Activity(UUID id, long version, PriorityId priority, String title, LocalDate startsOn, LocalDate endsOn) {}

    /** A point to be reached. */
    record Milestone(
            UUID id,
            long version,
            PriorityId priority,
            String title,
            LocalDate dueOn,
            @Nullable LocalDate reachedOn) {

        boolean late(LocalDate today) {
            return reachedOn == null && dueOn.isBefore(today);
        }
    }

    List<Activity> activities(Collection<PriorityId> priorities) {
        return priorities.isEmpty()
                ? List.of()
                : jdbc.sql("select * from priority_activity where priority_id in (:ids) order by starts_on, id"
                                + " limit 1000")
                        .param("ids", ids(priorities))
                        .query((row, number) -> new Activity(
                                row.getObject("id", UUID.class),
                                row.getLong("version"),
                                new PriorityId(row.getObject("priority_id", UUID.class)),
                                row.getString("title"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class)))
                        .list();
    }

    boolean addActivity(UUID id, PriorityId priority, String title, LocalDate starts, LocalDate ends) {
        return jdbc.sql("insert into priority_activity (id, priority_id, title, starts_on, ends_on) values (:id,"
                                + " :priority, :title, :starts, :ends) on conflict (id) do nothing")
                        .param("id", id)
                        .param("priority", priority.value())
                        .param("title", title)
                        .param("starts", starts)
                        .param("ends", ends)
                        .update()
                == 1;
    }

    void change(UUID activity, KeepPriorities.ActivityTyped typed) {
        jdbc.sql("update priority_activity set title = :title, starts_on = :starts, ends_on = :ends, version ="
                        + " version + 1 where id = :id")
                .param("id", activity)
                .param("title", typed.title())
                .param("starts", typed.startsOn())
                .param("ends", typed.endsOn())
                .update();
    }

    void removeActivity(UUID activity) {
        jdbc.sql("delete from priority_activity where id = :id")
                .param("id", activity)
                .update();
    }

    List<Milestone> milestones(Collection<PriorityId> priorities) {
        return priorities.isEmpty()
                ? List.of()
                : jdbc.sql("select * from priority_milestone where priority_id in (:ids) order by due_on, id"
                                + " limit 1000")
                        .param("ids", ids(priorities))
                        .query((row, number) -> new Milestone(
                                row.getObject("id", UUID.class),
                                row.getLong("version"),
                                new PriorityId(row.getObject("priority_id", UUID.class)),
                                row.getString("title"),
                                row.getObject("due_on", LocalDate.class),
                                row.getObject("reached_on", LocalDate.class)))
                        .list();
    }

    boolean addMilestone(UUID id, PriorityId priority, String title, LocalDate due) {
        return jdbc.sql("insert into priority_milestone (id, priority_id, title, due_on) values (:id,"
                                + " :priority, :title, :due) on conflict (id) do nothing")
                        .param("id", id)
                        .param("priority", priority.value())
                        .param("title", title)
                        .param("due", due)
                        .update()
                == 1;
    }

    void change(UUID milestone, KeepPriorities.MilestoneTyped typed) {
        jdbc.sql("update priority_milestone set title = :title, due_on = :due, reached_on = :reached, version ="
                        + " version + 1 where id = :id")
                .param("id", milestone)
                .param("title", typed.title())
                .param("due", typed.dueOn())
                .param("reached", typed.reachedOn())
                .update();
    }

    void removeMilestone(UUID milestone) {
        jdbc.sql("delete from priority_milestone where id = :id")
                .param("id", milestone)
                .update();
    }

    /** The milestone's title, where it was reached now. */
    Optional<String> reach(PriorityId priority, UUID milestone, LocalDate on) {
        return jdbc.sql("update priority_milestone set reached_on = :on, version = version + 1 where id = :id and"
                        + " priority_id = :priority and reached_on is null returning title")
                .param("id", milestone)
                .param("priority", priority.value())
                .param("on", on)
                .query(String.class)
                .optional();
    }

    boolean hasMilestone(PriorityId priority, UUID milestone) {
        return jdbc.sql("select exists (select 1 from priority_milestone where id = :id and priority_id = :priority)")
                .param("id", milestone)
                .param("priority", priority.value())
                .query(Boolean.class)
                .single();
    }

    List<Target> targets(Collection<PriorityId> priorities) {
        return priorities.isEmpty()
                ? List.of()
                : jdbc.sql("select * from priority_indicator where priority_id in (:ids) order by made_at, id"
                                + " limit 1000")
                        .param("ids", ids(priorities))
                        .query((row, number) -> new Target(
                                row.getObject("id", UUID.class),
                                new PriorityId(row.getObject("priority_id", UUID.class)),
                                row.getString("indicator"),
                                row.getInt("baseline_period"),
                                row.getBigDecimal("baseline"),
                                row.getInt("target_year"),
                                row.getBigDecimal("target")))
                        .list();
    }

    /** Sets a target; an indicator has one under a priority, and a new one keeps the baseline it had. */
    void aim(PriorityId priority, Target target, Instant at) {
        jdbc.sql("""
            insert into priority_indicator (id, priority_id, indicator, baseline_period, baseline, target_year, target, made_at)
            values (:id, :priority, :indicator, :period, :baseline, :year, :target, :at)
            on conflict (priority_id, indicator) do update set target_year = :year, target = :target
            """)
                .param("id", target.id())
                .param("priority", priority.value())
                .param("indicator", target.indicator())
                .param("period", target.baselinePeriod())
                .param("baseline", target.baseline())
                .param("year", target.targetYear())
                .param("target", target.target())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update priority set targets_version = targets_version + 1 where id = :id")
                .param("id", priority.value())
                .update();
    }

    Optional<Action> seenBy(Viewer viewer, ActionId id, boolean held) {
        return jdbc.sql(ACTION + " where a.id = :id and (" + sight.business("p.board_id") + ")"
                        + (held ? " for update of a" : ""))
                .params(sight.parameters(viewer))
                .param("id", id.value())
                .query(RoadmapRows::action)
                .optional();
    }

    /** The actions under these priorities, the earliest due first. */
    List<Action> actions(Collection<PriorityId> priorities, LocalDate today) {
        return priorities.isEmpty()
                ? List.of()
                : jdbc.sql(ACTION + " where a.priority_id in (:ids) order by a.due_on, a.id limit 1000")
                        .param("ids", ids(priorities))
                        .param("today", today)
                        .query(RoadmapRows::action)
                        .list();
    }

    /** The actions that a viewer sees, those not finished first, the earliest due first; at most {@value #MOST}. */
    List<Action> actions(Viewer viewer) {
        return jdbc.sql(ACTION + " where p.dropped_at is null and (" + sight.business("p.board_id")
                        + ") order by a.state = 'VERIFIED', a.due_on, a.id limit " + MOST)
                .params(sight.parameters(viewer))
                .query(RoadmapRows::action)
                .list();
    }

    /** Those of these actions whose board's business the viewer sees, in one statement. */
    List<Action> actions(Viewer viewer, Set<UUID> ids) {
        return jdbc.sql(ACTION + " where a.id in (:ids) and (" + sight.business("p.board_id") + ")")
                .params(sight.parameters(viewer))
                .param("ids", ids)
                .query(RoadmapRows::action)
                .list();
    }

    boolean add(ActionId id, PriorityId priority, KeepPriorities.ActionTyped typed, String by, Instant at) {
        return jdbc.sql("""
            insert into priority_action (id, version, priority_id, title, owner_seat, due_on, state, made_at, made_by)
            values (:id, 0, :priority, :title, :seat, :due, 'OPEN', :at, :by) on conflict (id) do nothing
            """)
                        .param("id", id.value())
                        .param("priority", priority.value())
                        .param("title", typed.title())
                        .param("seat", typed.owner().value())
                        .param("due", typed.dueOn())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    void give(ActionId id, MembershipId seat, LocalDate due) {
        jdbc.sql("update priority_action set owner_seat = :seat, due_on = :due, version = version + 1 where id = :id")
                .param("id", id.value())
                .param("seat", seat.value())
                .param("due", due)
                .update();
    }

    /** Moves an action; going back to work takes back that it was done. */
    void move(ActionId id, ActionState to, @Nullable String words, Instant at, String by) {
        var set = switch (to) {
            case OPEN -> throw new IllegalArgumentException("No action becomes open again");
            case IN_PROGRESS -> "done_at = null, done_by = null, done_words = null";
            case DONE -> "done_at = :at, done_by = :by, done_words = :words";
            case VERIFIED -> "verified_at = :at, verified_by = :by";
        };
        jdbc.sql("update priority_action set state = :state, version = version + 1, " + set + " where id = :id")
                .param("id", id.value())
                .param("state", to.name())
                .param("words", words)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** An aim of a partner's plan and the priorities that it backs. */
    record Aim(
            UUID id,
            long version,
            OrganisationId organisation,
            String organisationName,
            String words,
            Set<PriorityId> backs) {}

    /** The aims of partners for a board, partner by partner; at most 1,000. */
    List<Aim> aims(BoardId board) {
        var backs = new HashMap<UUID, Set<PriorityId>>();
        jdbc.sql("select t.* from partner_aim_priority t join partner_aim a on a.id = t.aim_id where a.board_id"
                        + " = :board")
                .param("board", board.value())
                .query((row, number) -> backs.computeIfAbsent(
                                row.getObject("aim_id", UUID.class), any -> new HashSet<>())
                        .add(new PriorityId(row.getObject("priority_id", UUID.class))))
                .list();
        return jdbc.sql("select a.*, o.name as organisation from partner_aim a join organisation o on o.id ="
                        + " a.organisation_id where a.board_id = :board order by lower(o.name), a.id limit 1000")
                .param("board", board.value())
                .query((row, number) -> new Aim(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("organisation"),
                        row.getString("words"),
                        Set.copyOf(backs.getOrDefault(row.getObject("id", UUID.class), Set.of()))))
                .list();
    }

    /** Puts aims in; the same words again change nothing. Answers how many are new. */
    int addAims(BoardId board, OrganisationId organisation, List<String> words, String by, Instant at) {
        return jdbc.sql("""
            insert into partner_aim (id, board_id, organisation_id, words, made_at, made_by)
            select n.id, :board, :organisation, n.words, :at, :by
            from unnest(cast(:ids as uuid[]), cast(:words as text[])) n(id, words) on conflict do nothing
            """)
                .param("ids", words.stream().map(each -> Uuid7.next()).toArray(UUID[]::new))
                .param("words", words.toArray(String[]::new))
                .param("board", board.value())
                .param("organisation", organisation.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    int countAims(BoardId board, OrganisationId organisation) {
        return jdbc.sql("select count(*) from partner_aim where board_id = :board and organisation_id = :organisation")
                .param("board", board.value())
                .param("organisation", organisation.value())
                .query(Integer.class)
                .single();
    }

    /** Ties an aim to these priorities of its board and to no others. */
    void tie(UUID aim, BoardId board, Collection<PriorityId> priorities) {
        jdbc.sql("update partner_aim set version = version + 1 where id = :aim")
                .param("aim", aim)
                .update();
        jdbc.sql("delete from partner_aim_priority where aim_id = :aim")
                .param("aim", aim)
                .update();
        if (!priorities.isEmpty()) {
            jdbc.sql("insert into partner_aim_priority (aim_id, priority_id) select :aim, p.id from priority p where"
                            + " p.board_id = :board and p.id in (:ids)")
                    .param("aim", aim)
                    .param("board", board.value())
                    .param("ids", ids(priorities))
                    .update();
        }
    }

    void removeAim(UUID aim) {
        jdbc.sql("delete from partner_aim where id = :aim").param("aim", aim).update();
    }

    /** The region's list of initiatives, those that began first first. */
    List<Initiative> initiatives(RegionCode region) {
        return jdbc.sql("select * from initiative where region_code = :region order by starts_on, lower(name) limit "
                        + MOST)
                .param("region", region.value())
                .query((row, number) -> new Initiative(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        Initiative.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("about"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)))
                .list();
    }

    boolean add(
            RegionCode region,
            UUID id,
            Initiative.Kind kind,
            String name,
            String about,
            LocalDate from,
            @Nullable LocalDate until) {
        return jdbc.sql("""
            insert into initiative (id, version, region_code, kind, name, about, starts_on, ends_on)
            values (:id, 0, :region, :kind, :name, :about, :starts, :ends) on conflict do nothing
            """)
                        .param("id", id)
                        .param("region", region.value())
                        .param("kind", kind.name())
                        .param("name", name)
                        .param("about", about)
                        .param("starts", from)
                        .param("ends", until)
                        .update()
                == 1;
    }

    /** The initiative's name, where it ended now. */
    Optional<String> end(RegionCode region, UUID id, LocalDate on) {
        return jdbc.sql("update initiative set ends_on = greatest(starts_on, cast(:on as date)), version = version + 1"
                        + " where id = :id and region_code = :region and ends_on is null returning name")
                .param("id", id)
                .param("region", region.value())
                .param("on", on)
                .query(String.class)
                .optional();
    }

    private static List<UUID> ids(Collection<PriorityId> priorities) {
        return priorities.stream().map(PriorityId::value).toList();
    }

    private static Priority priority(ResultSet row, int number) throws SQLException {
        var initiative = row.getObject("initiative_id", UUID.class);
        var standing = row.getString("standing");
        return new Priority(
                new PriorityId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getLong("targets_version"),
                new BoardId(row.getObject("board_id", UUID.class)),
                row.getString("title"),
                row.getString("outcome"),
                initiative == null
                        ? null
                        : new Initiative(
                                initiative,
                                row.getLong("initiative_version"),
                                Initiative.Kind.valueOf(row.getString("initiative_kind")),
                                row.getString("initiative_name"),
                                row.getString("initiative_about"),
                                row.getObject("initiative_starts_on", LocalDate.class),
                                row.getObject("initiative_ends_on", LocalDate.class)),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                standing == null
                        ? null
                        : new Priority.Status(
                                Standing.valueOf(standing),
                                row.getString("status_words"),
                                row.getTimestamp("status_at").toInstant(),
                                row.getString("status_by")),
                row.getString("dropped_because"));
    }

    private static Action action(ResultSet row, int number) throws SQLException {
        var account = row.getObject("owner_account", UUID.class);
        var organisation = row.getObject("owner_organisation", UUID.class);
        return new Action(
                new ActionId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new PriorityId(row.getObject("priority_id", UUID.class)),
                row.getString("priority_title"),
                new BoardId(row.getObject("board_id", UUID.class)),
                row.getString("board_name"),
                row.getString("title"),
                new MembershipId(row.getObject("owner_seat", UUID.class)),
                row.getString("owner"),
                account == null ? null : new AccountId(account),
                organisation == null ? null : new OrganisationId(organisation),
                row.getString("owner_organisation_name"),
                row.getBoolean("owner_left"),
                row.getObject("due_on", LocalDate.class),
                ActionState.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                instant(row, "done_at"),
                row.getString("done_by"),
                row.getString("done_words"),
                instant(row, "verified_at"),
                row.getString("verified_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
