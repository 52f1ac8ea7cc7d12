package uk.slipway.peerchallenge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.MilestoneKind;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** The year's plan: every authority of the region against the days on which forums can be held. */
@UseCase(readOnly = true)
class PlanForums {

    private final JdbcClient jdbc;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final SurroundingsOfCycles surroundings;
    private final MaySee maySee;
    private final Clock clock;

    PlanForums(
            JdbcClient jdbc,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            SurroundingsOfCycles surroundings,
            MaySee maySee,
            Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.authorities = authorities;
        this.surroundings = surroundings;
        this.maySee = maySee;
        this.clock = clock;
    }

    /** A day of the board and how many forums it has. */
    record Day(LocalDate day, String weekday, String date, long count) {}

    /**
     * What stands at an authority's day.
     *
     * @param day the day
     * @param here whether the forum is on it
     * @param words what it breaks, or that it breaks nothing; for the eyes and for a screen reader
     * @param marks how many rules it breaks
     */
    record Cell(LocalDate day, boolean here, String words, int marks) {}

    /** An authority's row. */
    record Row(
            LocalAuthority authority,
            @Nullable UUID forum,
            @Nullable LocalDate day,
            String state,
            boolean movable,
            boolean chosen,
            int peers,
            List<String> breaks,
            List<Cell> cells) {}

    /** How many panels a Director sits on. */
    record Load(String name, String where, int panels) {}

    /** The board. */
    record Plan(
            CycleView cycle,
            List<Day> days,
            List<Row> rows,
            long unplanned,
            List<Load> loads,
            LocalDate from,
            LocalDate to,
            @Nullable Row chosen) {

        /** The placed forums that break a rule. */
        public List<Row> breaking() {
            return rows.stream()
                    .filter(row -> row.day() != null && !row.breaks().isEmpty())
                    .toList();
        }

        /** How evenly the panels lie on the Directors, as a sentence. */
        public String loadInWords() {
            int most = loads.stream().mapToInt(Load::panels).max().orElse(0);
            int fewest = loads.stream().mapToInt(Load::panels).min().orElse(0);
            return most == fewest
                    ? "Everybody who sits on a panel sits on " + most + "."
                    : "Those who sit on a panel sit on " + fewest + " to " + most + " of them.";
        }
    }

    /**
     * The board of the region's open cycle.
     *
     * @param chosen the code of the authority that is being placed, or null
     * @throws NotFound when no cycle is open
     */
    Plan plan(Viewer viewer, @Nullable String chosen) {
        var region = viewer.region();
        if (region == null || !viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        var cycle = calendar.current(region).orElseThrow(NotFound::new);
        var around = surroundings.of(cycle);
        var forums = new HashMap<LocalAuthorityId, Forums>();
        var seats = new HashMap<UUID, List<Proposal.Seat>>();
        jdbc.sql("""
            select s.forum_id, s.account_id, s.name, s.part, s.from_authority_id
            from forum_seat s join forum f on f.id = s.forum_id
            where f.cycle_id = :cycle and f.state <> 'CANCELLED' order by s.forum_id, s.position
            """).param("cycle", cycle.id().value()).query(row -> {
            var from = row.getObject("from_authority_id", UUID.class);
            seats.computeIfAbsent(row.getObject("forum_id", UUID.class), none -> new ArrayList<>())
                    .add(new Proposal.Seat(
                            new AccountId(row.getObject("account_id", UUID.class)),
                            row.getString("name"),
                            AppointmentKind.valueOf(row.getString("part")),
                            from == null ? null : new LocalAuthorityId(from)));
        });
        jdbc.sql("select f.id, f.authority_id, f.held_on, f.starts_at, f.ends_at, f.state from forum f"
                        + " where f.cycle_id = :cycle and f.state <> 'CANCELLED' and " + maySee.of("f"))
                .params(maySee.parameters(viewer))
                .param("cycle", cycle.id().value())
                .query(row -> {
                    forums.put(
                            new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                            new Forums(
                                    row.getObject("id", UUID.class),
                                    row.getObject("held_on", LocalDate.class),
                                    row.getObject("starts_at", LocalTime.class),
                                    row.getObject("ends_at", LocalTime.class),
                                    ForumState.valueOf(row.getString("state"))));
                });
        var from = cycle.dayOf(MilestoneKind.FORUMS_FROM);
        var to = cycle.dayOf(MilestoneKind.FORUMS_TO);
        var dates = new java.util.TreeSet<LocalDate>();
        from.datesUntil(to.plusDays(1))
                .filter(WorkingDays::isWorkingDay)
                .limit(200)
                .forEach(dates::add);
        forums.values().forEach(forum -> {
            if (forum.day() != null) {
                dates.add(forum.day());
            }
        });
        var rows = authorities.in(region, LondonTime.today(clock)).stream()
                .map(authority -> row(
                        authority,
                        forums.get(authority.id()),
                        seats,
                        dates,
                        around,
                        viewer,
                        authority.gssCode().equals(chosen)))
                .sorted(Comparator.comparing((Row row) -> !row.chosen()).thenComparing(row -> row.day() != null))
                .toList();
        var days = dates.stream()
                .map(day -> new Day(
                        day,
                        day.getDayOfWeek().getDisplayName(java.time.format.TextStyle.SHORT, Locale.UK),
                        java.time.format.DateTimeFormatter.ofPattern("d MMM", Locale.UK)
                                .format(day),
                        forums.values().stream()
                                .filter(forum -> day.equals(forum.day()))
                                .count()))
                .toList();
        return new Plan(
                cycle,
                days,
                rows,
                rows.stream().filter(row -> row.day() == null).count(),
                loads(around),
                from,
                to,
                rows.stream().filter(Row::chosen).findFirst().orElse(null));
    }

    private record Forums(
            UUID id,
            @Nullable LocalDate day,
            @Nullable LocalTime startsAt,
            @Nullable LocalTime endsAt,
            ForumState state) {}

    private static Row row(
            LocalAuthority authority,
            @Nullable Forums forum,
            Map<UUID, List<Proposal.Seat>> seats,
            Set<LocalDate> dates,
            Surroundings around,
            Viewer viewer,
            boolean asked) {
        var id = new ForumId(forum == null ? new UUID(0, 0) : forum.id());
        var panel = forum == null ? List.<Proposal.Seat>of() : seats.getOrDefault(forum.id(), List.of());
        var proposal = new Proposal(
                id,
                authority.id(),
                authority.name(),
                forum == null ? null : forum.day(),
                forum == null ? null : forum.startsAt(),
                forum == null ? null : forum.endsAt(),
                panel);
        boolean movable = viewer.is(Role.REGIONAL_MANAGER)
                && (forum == null
                        || forum.state() == ForumState.POSTPONED
                        || !forum.state().hasReached(ForumState.HELD));
        boolean chosen = asked && movable;
        var cells = dates.stream()
                .map(day -> {
                    boolean here = day.equals(proposal.day());
                    if (!here && !chosen) {
                        return new Cell(day, false, "", 0);
                    }
                    var broken =
                            ScheduleForum.dayConcerns(proposal.on(day, proposal.startsAt(), proposal.endsAt()), around);
                    return new Cell(
                            day,
                            here,
                            broken.isEmpty()
                                    ? "breaks nothing"
                                    : broken.stream().map(Concern::words).collect(Collectors.joining(" ")),
                            broken.size());
                })
                .toList();
        return new Row(
                authority,
                forum == null ? null : forum.id(),
                proposal.day(),
                forum == null ? "Not scheduled" : forum.state().inWords(),
                movable,
                chosen,
                (int) panel.stream().filter(Proposal.Seat::isPeer).count(),
                forum == null || forum.state().hasReached(ForumState.HELD)
                        ? List.of()
                        : ForumRule.checkAll(proposal, around).stream()
                                .filter(concern -> concern.weight() != Concern.Weight.TELLS)
                                .map(Concern::words)
                                .toList(),
                cells);
    }

    private static String whoseAndWhen(Surroundings.Elsewhere seat) {
        var day = seat.day();
        return day == null
                ? seat.authorityName()
                : seat.authorityName() + " ("
                        + java.time.format.DateTimeFormatter.ofPattern("d MMM", Locale.UK)
                                .format(day) + ")";
    }

    private static List<Load> loads(Surroundings around) {
        var words = new Words();
        return around.sittings().entrySet().stream()
                .map(entry -> {
                    var peer = entry.getValue().stream()
                            .filter(seat -> seat.part() == AppointmentKind.PEER)
                            .toList();
                    return new Load(
                            entry.getValue().getFirst().name(),
                            words.list(
                                    peer.stream().map(PlanForums::whoseAndWhen).toList()),
                            peer.size());
                })
                .filter(load -> load.panels() > 0)
                .sorted(Comparator.comparingInt(Load::panels).reversed().thenComparing(Load::name))
                .toList();
    }
}
