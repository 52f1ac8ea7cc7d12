package uk.slipway.dashboards;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.Duty;
import uk.slipway.cycles.WhatIsOwed;
import uk.slipway.dashboards.AuthorityYear.Standing;
import uk.slipway.dashboards.HomePage.Ahead;
import uk.slipway.dashboards.HomePage.Board;
import uk.slipway.dashboards.HomePage.Cell;
import uk.slipway.dashboards.HomePage.Count;
import uk.slipway.dashboards.HomePage.Filter;
import uk.slipway.dashboards.HomePage.Head;
import uk.slipway.dashboards.HomePage.Line;
import uk.slipway.dashboards.HomePage.Link;
import uk.slipway.dashboards.HomePage.OwedLine;
import uk.slipway.dashboards.HomePage.Picture;
import uk.slipway.dashboards.HomePage.Row;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.notifications.Outbox;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.Step;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** Puts together what a person owes, by when, and what waits for them. */
@UseCase(readOnly = true)
class ShowHome {

    private static final Words WORDS = new Words();
    /** What everybody does every day is no change. */
    private static final String SIGNED_IN = "signed in";

    private static final String CLOCKS = "/clocks";
    private static final String FOSTERING_NUMBERS = "/fostering/numbers";

    private static final int FIRST_COLUMN = 190;
    private static final int COLUMN = 64;
    private static final int FIRST_LINE = 34;
    private static final int LINE = 24;
    private static final List<String> HEADS = List.of("Self-evaluation", "Forum", "Headlines", "Conversation");

    private enum Filters {
        LATE("Late", AuthorityYear::late),
        NOT_SUBMITTED(
                "Not submitted yet",
                year -> year.selfEvaluation() == null || !year.selfEvaluation().submitted()),
        NO_FORUM("No forum scheduled", year -> year.forum() == null),
        FORUM_AHEAD(
                "Submitted, forum ahead",
                year -> year.standing() == Standing.SUBMITTED || year.standing() == Standing.FORUM_READY),
        AFTER_FORUM("After the forum", year -> year.standing().compareTo(Standing.FORUM_HELD) >= 0);

        private final String words;
        private final Predicate<AuthorityYear> lets;

        Filters(String words, Predicate<AuthorityYear> lets) {
            this.words = words;
            this.lets = lets;
        }

        private String value() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        private static Optional<Filters> named(@Nullable String value) {
            return List.of(values()).stream()
                    .filter(f -> f.value().equals(value))
                    .findFirst();
        }
    }

    private final WhatIsOwed whatIsOwed;
    private final CycleCalendar calendar;
    private final YearBoard yearBoard;
    private final LocalAuthorities authorities;
    private final AuditTrail trail;
    private final Directory directory;
    private final Outbox outbox;
    private final Clock clock;

    ShowHome(
            WhatIsOwed whatIsOwed,
            CycleCalendar calendar,
            YearBoard yearBoard,
            LocalAuthorities authorities,
            AuditTrail trail,
            Directory directory,
            Outbox outbox,
            Clock clock) {
        this.whatIsOwed = whatIsOwed;
        this.calendar = calendar;
        this.yearBoard = yearBoard;
        this.authorities = authorities;
        this.trail = trail;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param filter the board's filter as it stands in the address, or null
     * @param sort the board's order as it stands in the address, or null for late ones first
     */
    HomePage show(Viewer viewer, @Nullable String filter, @Nullable String sort) {
        var today = LondonTime.today(clock);
        var duties = whatIsOwed.by(viewer);
        var cycle = viewer.region() == null || viewer.is(Role.READER) || isOfFostering(viewer)
                ? Optional.<CycleView>empty()
                : calendar.current(viewer.region());
        return new HomePage(
                "Home",
                lead(viewer, cycle),
                today,
                viewer.is(Role.ADMINISTRATOR) ? outbox.warning().orElse(null) : null,
                lines(duties, Duty.Kind.OWED, today),
                lines(duties, Duty.Kind.WAITING, today),
                steps(viewer, cycle),
                cycle.map(year -> ahead(year, today)).orElse(List.of()),
                cycle.map(year -> "/cycles/" + year.year().slug()).orElse(null),
                viewer.isOfTheRegionalTeam()
                        ? cycle.map(year -> board(yearBoard.of(viewer, year), filter, sort))
                                .orElse(null)
                        : null,
                notes(viewer, cycle),
                links(viewer),
                changes(viewer));
    }

    /** The year of self-evaluation, forum and conversation is not theirs. */
    private static boolean isOfFostering(Viewer viewer) {
        return viewer.role().worksInFostering() || viewer.is(Role.FRONT_DOOR_ADVISER);
    }

    private static String lead(Viewer viewer, Optional<CycleView> cycle) {
        if (viewer.is(Role.APPOINTEE)) {
            return "You have been appointed to forums of the region";
        }
        return cycle.map(year -> viewer.organisationName() + ", " + year.year().label() + " cycle")
                .orElse(viewer.organisationName());
    }

    private static List<OwedLine> lines(List<Duty> duties, Duty.Kind kind, LocalDate today) {
        return duties.stream()
                .filter(duty -> duty.kind() == kind)
                .map(duty -> new OwedLine(
                        duty.what(),
                        duty.address(),
                        WORDS.dueIn(duty.due(), today),
                        kind == Duty.Kind.OWED
                                && duty.due() != null
                                && duty.due().isBefore(today)))
                .toList();
    }

    private List<Step> steps(Viewer viewer, Optional<CycleView> cycle) {
        if (viewer.authority() == null || !viewer.role().worksOnItsAuthoritysRecords() || cycle.isEmpty()) {
            return List.of();
        }
        return authorities
                .find(viewer.authority())
                .map(authority -> yearBoard.of(viewer, cycle.get(), authority).steps())
                .orElse(List.of());
    }

    private static List<Ahead> ahead(CycleView cycle, LocalDate today) {
        return cycle.milestones().stream()
                .filter(milestone -> !milestone.on().isBefore(today))
                .sorted(Comparator.comparing(milestone -> milestone.on()))
                .map(milestone -> new Ahead(milestone.kind().inWords(), WORDS.dueIn(milestone.on(), today)))
                .toList();
    }

    private static List<String> notes(Viewer viewer, Optional<CycleView> cycle) {
        if (viewer.is(Role.READER)) {
            return List.of(
                    "Nothing has been published yet.",
                    "What the North West learns from its seminars, and the regional headlines it decides to publish, "
                            + "will be here for colleagues in other regions. The regional team publishes them.");
        }
        if (cycle.isEmpty() && viewer.region() != null && !isOfFostering(viewer)) {
            return List.of(
                    viewer.is(Role.REGIONAL_MANAGER)
                            ? "No year is open yet. Open the first to set its dates."
                            : "No year is open yet. The regional manager opens it and sets its dates.");
        }
        return List.of();
    }

    private static List<Link> links(Viewer viewer) {
        return switch (viewer.role()) {
            case LA_OFFICER, DIRECTOR, CHIEF_EXECUTIVE, LEAD_MEMBER ->
                List.of(
                        new Link("Your self-evaluations", "/self-evaluations"),
                        new Link("Your commitments, year by year", "/commitments"),
                        new Link("Headlines", "/headlines"));
            case REGIONAL_MANAGER ->
                List.of(
                        new Link("Plan the forums", "/forums/plan"),
                        new Link("Regional headlines", "/headlines/regional"),
                        new Link("All years", "/cycles"));
            case DATA_LEAD ->
                List.of(
                        new Link("Key lines of enquiry from Ofsted", "/forums/key-lines"),
                        new Link("Self-evaluations", "/self-evaluations"));
            case OFSTED_COLLEAGUE ->
                List.of(
                        new Link("What authorities have shared with you", "/headlines"),
                        new Link("Key lines of enquiry", "/forums/key-lines"),
                        new Link("Annual conversations", "/conversations"));
            case ACCOUNT_MANAGER -> List.of(new Link("Joiners and leavers", "/accounts"));
            case ADMINISTRATOR ->
                List.of(
                        new Link("People and their roles", "/accounts"),
                        new Link("Organisations", "/organisations"),
                        new Link("Authorities", "/authorities"));
            case APPOINTEE -> List.of(new Link("Your forums", "/forums"));
            case READER -> List.of(new Link("Authorities and regions", "/authorities"));
            case BOARD_PARTNER, PARTNERSHIP_COORDINATOR ->
                List.of(
                        new Link("Roadmaps", "/roadmap"),
                        new Link("Actions", "/roadmap/actions"),
                        new Link("Monitoring", "/monitoring"),
                        new Link("Support", "/support"),
                        new Link("Published figures", "/indicators"));
            case FOSTERING_OFFICER ->
                List.of(
                        new Link("Referrals, offers and placements", "/fostering"),
                        new Link("Your vacancies", "/fostering/vacancies"),
                        new Link("Clocks of your placements", CLOCKS),
                        new Link("Fostering in numbers", FOSTERING_NUMBERS));
            case SOCIAL_WORKER ->
                List.of(
                        new Link("Referrals and placements", "/fostering"),
                        new Link("Clocks of your placements", CLOCKS),
                        new Link("Register of notices", "/notices"));
            case REVIEWING_OFFICER ->
                List.of(
                        new Link("Notices to you", "/notices?mine=true"),
                        new Link("Placements you review", "/fostering"),
                        new Link("Their clocks", CLOCKS));
            case COMMISSIONER ->
                List.of(
                        new Link("Fostering between authorities", "/fostering"),
                        new Link("The protocol", "/fostering/protocol"),
                        new Link("Fostering in numbers", FOSTERING_NUMBERS),
                        new Link("Working days and the law", "/working-days"));
            case FRONT_DOOR_ADVISER -> List.of(new Link("Fostering enquiries", "/enquiries"));
        };
    }

    private List<TimelineEntry> changes(Viewer viewer) {
        if (!viewer.is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        var latest = trail.latestOf("account", 10, SIGNED_IN);
        var people = directory.named(latest.stream()
                .map(line -> new AccountId(line.record().id()))
                .distinct()
                .toList());
        return latest.stream()
                .map(line -> {
                    var entry = line.entry();
                    var person = people.get(new AccountId(line.record().id()));
                    return new TimelineEntry(
                            WORDS.moment(entry.at()),
                            entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                            person == null ? entry.what() : person.name() + ": " + entry.what());
                })
                .toList();
    }

    private static Board board(List<AuthorityYear> years, @Nullable String filter, @Nullable String sort) {
        var chosen = Filters.named(filter);
        var order = sort == null ? "state" : sort;
        var shown = years.stream()
                .filter(year -> chosen.isEmpty() || chosen.get().lets.test(year))
                .sorted(order(order))
                .toList();
        var real = years.stream().filter(year -> !year.authority().fictitious()).toList();
        return new Board(
                finding(real),
                years.size() == real.size()
                        ? null
                        : WORDS.count(years.size() - real.size(), "fictitious authority", "fictitious authorities")
                                + " below "
                                + (years.size() - real.size() == 1 ? "belongs" : "belong")
                                + " to the demonstration and "
                                + (years.size() - real.size() == 1 ? "is" : "are") + " not counted.",
                counts(real),
                shown.stream().map(ShowHome::row).toList(),
                picture(shown),
                chosen.map(Filters::value).orElse(null),
                order,
                List.of(Filters.values()).stream()
                        .map(f -> new Filter(
                                f.words,
                                f.value(),
                                (int) years.stream().filter(f.lets).count(),
                                chosen.filter(c -> c == f).isPresent()))
                        .toList());
    }

    /** Sorting keeps the given order (late first) where the chosen column is equal. */
    private static Comparator<AuthorityYear> order(String sort) {
        return switch (sort) {
            case "name" -> Comparator.comparing(year -> year.authority().name());
            case "submitted" ->
                Comparator.comparing(
                        AuthorityYear::submittedOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));
            case "forum" ->
                Comparator.comparing(
                        year -> year.forum() == null ? null : year.forum().date(),
                        Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));
            default -> (one, other) -> 0;
        };
    }

    private static String finding(List<AuthorityYear> years) {
        long submitted = years.stream()
                .filter(year ->
                        year.selfEvaluation() != null && year.selfEvaluation().submitted())
                .count();
        long late = years.stream().filter(AuthorityYear::late).count();
        long held = years.stream()
                .filter(year -> year.standing().compareTo(Standing.FORUM_HELD) >= 0)
                .count();
        return "%d of %s submitted, %s late, %s held"
                .formatted(
                        submitted,
                        years.size() == 1 ? "1 authority has" : years.size() + " authorities have",
                        late == 0 ? "none is" : late == 1 ? "1 is" : late + " are",
                        WORDS.count(held, "forum has been", "forums have been"));
    }

    private static List<Count> counts(List<AuthorityYear> years) {
        var counts = new ArrayList<Count>();
        for (var standing : Standing.values()) {
            int number = (int)
                    years.stream().filter(year -> year.standing() == standing).count();
            if (number > 0) {
                counts.add(new Count(standing.inWords(number), number));
            }
        }
        return counts;
    }

    private static Picture picture(List<AuthorityYear> years) {
        var heads = new ArrayList<Head>();
        for (int column = 0; column < HEADS.size(); column++) {
            heads.add(new Head(FIRST_COLUMN + column * COLUMN, HEADS.get(column)));
        }
        var lines = new ArrayList<Line>();
        for (var year : years) {
            var cells = new ArrayList<Cell>();
            for (var step : year.steps()) {
                cells.add(new Cell(
                        FIRST_COLUMN + cells.size() * COLUMN,
                        step.progress().name().toLowerCase(java.util.Locale.ROOT),
                        year.authority().name() + ", " + step.name() + ": " + step.words()));
            }
            lines.add(
                    new Line(FIRST_LINE + lines.size() * LINE, year.authority().label(), cells));
        }
        return new Picture(FIRST_LINE + lines.size() * LINE + 24, heads, lines);
    }

    private static Row row(AuthorityYear year) {
        return new Row(
                year.authority().label(),
                "/authorities/" + year.authority().gssCode(),
                year.words(),
                year.when(),
                year.late(),
                year.submittedOn(),
                year.forum() == null ? null : year.forum().date(),
                year.conversationOn());
    }
}
