package uk.slipway.peerchallenge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.MilestoneKind;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.Crumb;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.Words;

/** What the form that schedules a forum shows beside its fields. */
@UseCase(readOnly = true)
class ScheduleFormPage {

    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final Clock clock;

    ScheduleFormPage(CycleCalendar calendar, LocalAuthorities authorities, Clock clock) {
        this.calendar = calendar;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** What was typed and what is saved now, where they differ and somebody else saved it. */
    record Difference(String label, String mine, String theirs) {}

    record Page(
            String title,
            List<Crumb> crumbs,
            String action,
            boolean isNew,
            CycleView cycle,
            List<LocalAuthority> choice,
            List<Option> authorities,
            LocalDate from,
            LocalDate to,
            String words,
            List<Difference> conflict) {

        @Nullable
        LocalAuthority authorityWith(@Nullable String gss) {
            return choice.stream()
                    .filter(one -> one.gssCode().equals(gss))
                    .findFirst()
                    .orElse(null);
        }
    }

    Page forNew(Viewer viewer) {
        var region = viewer.region();
        if (region == null) {
            throw new NotFound();
        }
        var cycle = calendar.current(region).orElseThrow(() -> new OutOfStep("Open the year first, under This year."));
        var choice = authorities.in(region, LondonTime.today(clock));
        return page(
                "Schedule a forum, " + cycle.year().label(),
                List.of(new Crumb("Home", "/"), new Crumb("Forums", "/forums")),
                "/forums/new",
                true,
                cycle,
                choice);
    }

    Page forOne(ShowForum.ForumPage forum) {
        return page(
                "When and where: " + forum.authority().name() + ", "
                        + forum.cycle().year().label(),
                List.of(
                        new Crumb("Home", "/"),
                        new Crumb("Forums", "/forums"),
                        new Crumb(forum.authority().name(), "/forums/" + forum.id())),
                "/forums/" + forum.id() + "/edit",
                false,
                forum.cycle(),
                List.of(forum.authority()));
    }

    /** The same form after somebody else saved: what differs stands above it. */
    Page inConflict(ShowForum.ForumPage forum, Sitting mine) {
        var page = forOne(forum);
        return new Page(
                page.title(),
                page.crumbs(),
                page.action(),
                false,
                page.cycle(),
                page.choice(),
                page.authorities(),
                page.from(),
                page.to(),
                page.words(),
                differences(mine, forum.sitting()));
    }

    private static List<Difference> differences(Sitting mine, Sitting theirs) {
        var words = new Words();
        var all = List.of(
                difference("Date of the forum", mine.heldOn(), theirs.heldOn(), words::date),
                difference("Starts at", mine.startsAt(), theirs.startsAt(), words::time),
                difference("Ends at", mine.endsAt(), theirs.endsAt(), words::time),
                difference("Place", mine.place(), theirs.place(), Function.identity()),
                difference("Link", mine.link(), theirs.link(), Function.identity()),
                difference("Who chairs it?", mine.chair(), theirs.chair(), Function.identity()),
                difference(
                        "Reason, if the day breaks a rule",
                        mine.acceptedBecause(),
                        theirs.acceptedBecause(),
                        Function.identity()));
        return all.stream()
                .filter(difference -> !difference.mine().equals(difference.theirs()))
                .toList();
    }

    private static <T> Difference difference(
            String label, @Nullable T mine, @Nullable T theirs, Function<T, String> inWords) {
        return new Difference(
                label,
                mine == null ? "Left out" : inWords.apply(mine),
                theirs == null ? "Left out" : inWords.apply(theirs));
    }

    private static Page page(
            String title,
            List<Crumb> crumbs,
            String action,
            boolean isNew,
            CycleView cycle,
            List<LocalAuthority> choice) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Choose an authority"));
        choice.forEach(one -> options.add(Option.of(one.gssCode(), one.label())));
        return new Page(
                title,
                crumbs,
                action,
                isNew,
                cycle,
                choice,
                options,
                cycle.dayOf(MilestoneKind.FORUMS_FROM),
                cycle.dayOf(MilestoneKind.FORUMS_TO),
                ScheduleForum.WORDS,
                List.of());
    }
}
