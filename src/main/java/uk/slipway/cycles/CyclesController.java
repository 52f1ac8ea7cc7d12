package uk.slipway.cycles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.Crumb;
import uk.slipway.web.NotFound;
import uk.slipway.web.Owed;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** The years of a region, for everybody in it. */
@Controller
@SignedIn
class CyclesController {

    private static final int HISTORY = 30;

    private final ListCycles listCycles;
    private final ReadCycle readCycle;
    private final FindCurrentYear findCurrentYear;
    private final WhatIsOwed whatIsOwed;
    private final LocalAuthorities authorities;
    private final Clock clock;
    private final Words words = new Words();

    CyclesController(
            ListCycles listCycles,
            ReadCycle readCycle,
            FindCurrentYear findCurrentYear,
            WhatIsOwed whatIsOwed,
            LocalAuthorities authorities,
            Clock clock) {
        this.listCycles = listCycles;
        this.readCycle = readCycle;
        this.findCurrentYear = findCurrentYear;
        this.whatIsOwed = whatIsOwed;
        this.authorities = authorities;
        this.clock = clock;
    }

    @GetMapping("/cycles")
    ModelAndView list(@RequestParam @Nullable String before, Viewer viewer) {
        var from = before == null ? null : AcademicYear.fromSlug(before).orElseThrow(NotFound::new);
        var found = listCycles.handle(viewer, from);
        var region = found.region();
        var older = found.olderThan();
        return new ModelAndView(
                "cycles/list",
                "page",
                new CyclesPage(
                        region == null ? null : authorities.region(region).name(),
                        found.rows().stream()
                                .map(row -> new CyclesPage.Row(
                                        row.year().label(),
                                        "/cycles/" + row.year().slug(),
                                        CycleWords.stateOf(row.state()),
                                        CycleWords.tagOf(row.state()),
                                        words.date(row.due()),
                                        words.shortDate(row.forumsFrom()) + " to " + words.shortDate(row.forumsTo())))
                                .toList(),
                        older == null ? null : "/cycles?before=" + older.slug(),
                        viewer.is(Role.REGIONAL_MANAGER)));
    }

    /** The year that runs now; the list where none does. */
    @GetMapping("/cycles/current")
    String current(Viewer viewer) {
        return "redirect:"
                + findCurrentYear
                        .handle(viewer)
                        .map(year -> "/cycles/" + year.slug())
                        .orElse("/cycles");
    }

    @GetMapping("/cycles/{year}")
    ModelAndView read(@PathVariable String year, Viewer viewer) {
        var found = readCycle.handle(AcademicYear.fromSlug(year).orElseThrow(NotFound::new), viewer);
        return new ModelAndView("cycles/record", Map.of("page", page(found, viewer)));
    }

    private CyclePage page(ReadCycle.Found found, Viewer viewer) {
        var cycle = found.cycle();
        var today = LondonTime.today(clock);
        var region = authorities.region(cycle.region()).name();
        boolean manager = viewer.is(Role.REGIONAL_MANAGER);
        boolean draft = cycle.state() == CycleState.DRAFT;
        var own = viewer.authority();
        boolean readsMemorandum = viewer.isOfTheRegionalTeam() || (own != null && viewer.worksFor(own));
        return new CyclePage(
                "The year " + cycle.year().label() + ", " + region,
                cycle.year().label(),
                cycle.year().slug(),
                region,
                CycleWords.stateOf(cycle.state()),
                CycleWords.tagOf(cycle.state()),
                finding(cycle, today),
                TimetablePicture.of(cycle, today),
                cycle.milestones().stream()
                        .map(milestone -> new CyclePage.Row(
                                milestone.kind().inWords(),
                                words.date(milestone.on()),
                                new Responsible(milestone.responsible()).inWords(),
                                cycle.state() == CycleState.CLOSED ? null : when(milestone.on(), today),
                                milestone.on().isBefore(today)))
                        .toList(),
                cycle.state() == CycleState.CLOSED ? null : owed(viewer, today),
                cycle.scheme().name(),
                cycle.scheme().areas().stream().map(JudgementAreaView::name).toList(),
                cycle.scheme().overallGrade(),
                "Version " + cycle.template().version(),
                cycle.template().chain().stream()
                        .map(step -> "the " + step.role().inWords() + " " + step.verb()
                                + (step.optional() ? " (optional)" : ""))
                        .collect(Collectors.joining(", then ")),
                CycleWords.panel(cycle.forumShape()),
                manager && cycle.state() != CycleState.CLOSED ? warnings(cycle) : List.of(),
                manager && draft,
                manager && cycle.state() != CycleState.CLOSED,
                manager && cycle.isOpen(),
                manager,
                readsMemorandum ? "/cycles/" + cycle.year().slug() + "/memorandum" : null,
                found.history().stream()
                        .limit(HISTORY)
                        .map(entry -> new TimelineEntry(
                                words.moment(entry.at()),
                                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                CycleWords.sentence(entry.what())))
                        .toList(),
                List.of(
                        draft
                                ? "Only the regional team of the " + region + ", until the year is opened."
                                : "Everybody in the " + region + " who can sign in.",
                        cycle.state() == CycleState.CLOSED
                                ? "Nothing in it can be changed any more."
                                : "What you owe is shown to you alone."),
                List.of(new Crumb("Years", "/cycles")));
    }

    private static List<String> warnings(CycleView cycle) {
        return new CyclePlan(
                        cycle.year(),
                        cycle.milestones().stream()
                                .map(milestone -> new Milestone(
                                        milestone.kind(), milestone.on(), new Responsible(milestone.responsible())))
                                .toList(),
                        cycle.scheme().code(),
                        cycle.forumShape(),
                        "")
                .warnings();
    }

    private List<Owed> owed(Viewer viewer, LocalDate today) {
        var owed = new ArrayList<Owed>();
        for (var duty : whatIsOwed.by(viewer)) {
            var due = duty.due();
            owed.add(new Owed(
                    duty.what(),
                    duty.address(),
                    due == null ? "No date" : CycleWords.sentence(words.dueIn(due, today)),
                    duty.kind() == Duty.Kind.WAITING ? "Waits for you to look at" : null,
                    due != null && due.isBefore(today)));
        }
        return owed;
    }

    private String when(LocalDate day, LocalDate today) {
        long days = java.time.temporal.ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        return days > 0
                ? days == 1 ? "tomorrow" : "in " + words.number(days) + " days"
                : words.count(-days, "day", "days") + " ago";
    }

    private String finding(CycleView cycle, LocalDate today) {
        if (cycle.state() == CycleState.CLOSED) {
            return "This year is over";
        }
        return cycle.milestones().stream()
                .filter(milestone -> !milestone.on().isBefore(today))
                .min(java.util.Comparator.comparing(MilestoneView::on).thenComparing(MilestoneView::kind))
                .map(next -> "Next: " + CycleWords.lowerFirst(next.kind().inWords()) + (spans(next.kind()) ? " " : ", ")
                        + words.date(next.on()))
                .orElse("Every date of this year has passed");
    }

    /** Whether the kind's words end in "from" or "to" and want the date right behind them. */
    private static boolean spans(MilestoneKind kind) {
        return switch (kind) {
            case FORUMS_FROM, FORUMS_TO, CONVERSATIONS_FROM, CONVERSATIONS_TO -> true;
            case SELF_EVALUATION_DUE, MEMORANDUM_SIGNED, DATA_GROUP_MEETS -> false;
        };
    }
}
