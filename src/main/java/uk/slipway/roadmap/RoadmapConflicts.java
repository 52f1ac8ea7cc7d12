package uk.slipway.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.partnership.MembershipId;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.Option;

/** What of a roadmap two people changed at the same time: both texts, and what was typed is kept. */
final class RoadmapConflicts {

    private RoadmapConflicts() {}

    static ModelAndView of(Priority now, KeepPriorities.PriorityTyped mine, RoadmapPages.FormPage page) {
        var theirs = KeepPriorities.PriorityTyped.of(now);
        return ConflictPage.of(
                        "Priority: " + now.title(),
                        priority(now) + "/edit",
                        priority(now),
                        now.version(),
                        ConflictField.text("Priority", "title", mine.title(), theirs.title()),
                        ConflictField.text("What will be different", "outcome", mine.outcome(), theirs.outcome()),
                        ConflictField.choice(
                                "Which national or devolved initiative does it join up with?",
                                "initiative",
                                page.initiatives(),
                                "None",
                                Objects.toString(mine.initiative(), null),
                                Objects.toString(theirs.initiative(), null)),
                        ConflictField.date("First day", "startsOn", mine.startsOn(), theirs.startsOn()),
                        ConflictField.date("Last day", "endsOn", mine.endsOn(), theirs.endsOn()))
                .answer();
    }

    static ModelAndView of(RoadmapRows.Activity now, KeepPriorities.ActivityTyped mine, RoadmapPages.PartPage page) {
        return ConflictPage.of(
                        "Activity: " + now.title(),
                        page.action(),
                        page.back(),
                        now.version(),
                        ConflictField.text("Activity", "activity", mine.title(), now.title()),
                        ConflictField.date("First day of the activity", "from", mine.startsOn(), now.startsOn()),
                        ConflictField.date("Last day of the activity", "until", mine.endsOn(), now.endsOn()))
                .answer();
    }

    static ModelAndView of(RoadmapRows.Milestone now, KeepPriorities.MilestoneTyped mine, RoadmapPages.PartPage page) {
        return ConflictPage.of(
                        "Milestone: " + now.title(),
                        page.action(),
                        page.back(),
                        now.version(),
                        ConflictField.text("Milestone", "milestone", mine.title(), now.title()),
                        ConflictField.date("Day of the milestone", "due", mine.dueOn(), now.dueOn()),
                        ConflictField.date("Reached on", "reached", mine.reachedOn(), now.reachedOn()))
                .answer();
    }

    /** Two targets of one figure under one priority. */
    static ModelAndView of(
            ReadRoadmap.One now, String indicator, BigDecimal target, int year, List<Option> indicators) {
        var theirs = now.targets().stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
        var priority = now.priority();
        return ConflictPage.of(
                        "A target of the priority " + priority.title(),
                        priority(priority) + "/indicators",
                        priority(priority),
                        priority.targetsVersion(),
                        ConflictField.choice(
                                "Which published figure?", "indicator", indicators, "None", indicator, indicator),
                        ConflictField.text("Target", "target", plain(target), plain(theirs.target())),
                        ConflictField.text(
                                "Year of the target",
                                "targetYear",
                                Integer.toString(year),
                                Integer.toString(theirs.targetYear())))
                .answer();
    }

    /** "12.5" for what the database keeps as 12.5000. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static ModelAndView of(Action now, MembershipId owner, LocalDate due, RoadmapPages.ActionPage page) {
        return ConflictPage.of(
                        "Action: " + now.title(),
                        action(now) + "/owner",
                        action(now),
                        now.version(),
                        ConflictField.choice(
                                "Who on the board owns it?",
                                "owner",
                                page.owners(),
                                now.owner() + ", " + now.ownerOrganisationName(),
                                owner.value().toString(),
                                now.ownerLeft() ? null : now.ownerSeat().value().toString()),
                        ConflictField.date("By when?", "due", due, now.dueOn()))
                .answer();
    }

    /** Two who said in different words what was done. */
    static ModelAndView of(Action now, String words) {
        return ConflictPage.of(
                        "Action: " + now.title(),
                        action(now) + "/done",
                        action(now),
                        now.version(),
                        ConflictField.text("What was done?", "words", words, now.doneWords()))
                .answer();
    }

    static ModelAndView of(UUID board, RoadmapRows.Aim now, Set<PriorityId> mine, List<RoadmapPages.Tick> priorities) {
        var address = "/roadmap/boards/" + board + "/aims";
        return ConflictPage.of(
                        "Aim: " + now.words(),
                        address + "/" + now.id(),
                        address,
                        now.version(),
                        ConflictField.several(
                                "Which priorities does it back?",
                                "priorities",
                                priorities.stream()
                                        .map(tick -> Option.of(tick.value(), tick.text()))
                                        .toList(),
                                "None",
                                values(mine),
                                values(now.backs())))
                .answer();
    }

    private static Set<String> values(Set<PriorityId> priorities) {
        return priorities.stream().map(id -> id.value().toString()).collect(Collectors.toSet());
    }

    private static String priority(Priority priority) {
        return "/roadmap/priorities/" + priority.id().value();
    }

    private static String action(Action action) {
        return "/roadmap/actions/" + action.id().value();
    }
}
