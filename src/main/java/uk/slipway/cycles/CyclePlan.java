package uk.slipway.cycles;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.WorkingDays;

/**
 * What a year is to be.
 *
 * @param milestones one for each kind
 * @param memorandum the text that authorities sign, in Markdown
 */
record CyclePlan(
        AcademicYear year, List<Milestone> milestones, String schemeCode, ForumShape forumShape, String memorandum) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    /** Two dates of which the first must not be after the second, and what to say if it is. */
    private record Order(MilestoneKind first, MilestoneKind second, String otherwise) {}

    private static final List<Order> ORDERS = List.of(
            new Order(
                    MilestoneKind.SELF_EVALUATION_DUE,
                    MilestoneKind.DATA_GROUP_MEETS,
                    "The data group must meet on or after the day self-evaluations are due"),
            new Order(
                    MilestoneKind.DATA_GROUP_MEETS,
                    MilestoneKind.FORUMS_FROM,
                    "Forums must start on or after the day the data group meets"),
            new Order(
                    MilestoneKind.MEMORANDUM_SIGNED,
                    MilestoneKind.FORUMS_FROM,
                    "Forums must start on or after the day the memorandum is to be signed"),
            new Order(
                    MilestoneKind.FORUMS_FROM,
                    MilestoneKind.FORUMS_TO,
                    "Forums must end on or after the day they start"),
            new Order(
                    MilestoneKind.FORUMS_FROM,
                    MilestoneKind.CONVERSATIONS_FROM,
                    "Conversations must start after the forums have started"),
            new Order(
                    MilestoneKind.FORUMS_TO,
                    MilestoneKind.CONVERSATIONS_TO,
                    "Conversations must end on or after the day the forums end"),
            new Order(
                    MilestoneKind.CONVERSATIONS_FROM,
                    MilestoneKind.CONVERSATIONS_TO,
                    "Conversations must end on or after the day they start"));

    CyclePlan {
        milestones = List.copyOf(milestones);
    }

    /** A plan that must not stand. @param kind the date to change */
    record Problem(MilestoneKind kind, String words) {}

    LocalDate dayOf(MilestoneKind kind) {
        return milestones.stream()
                .filter(milestone -> milestone.kind() == kind)
                .findFirst()
                .orElseThrow()
                .on();
    }

    /** What makes the dates impossible. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        for (var milestone : milestones) {
            if (!year.contains(milestone.on())) {
                problems.add(new Problem(
                        milestone.kind(),
                        "“" + milestone.kind().inWords() + "” must be between " + day(year.firstDay()) + " and "
                                + day(year.lastDay())));
            }
        }
        for (var order : ORDERS) {
            if (dayOf(order.second()).isBefore(dayOf(order.first()))) {
                problems.add(new Problem(order.second(), order.otherwise()));
            }
        }
        return problems;
    }

    /** What a person should look at again; the plan may stand. */
    List<String> warnings() {
        var warnings = new ArrayList<String>();
        for (var milestone : milestones) {
            var day = milestone.on();
            if (WorkingDays.isBankHoliday(day)) {
                warnings.add("“" + milestone.kind().inWords() + "” is on a bank holiday, " + day(day));
            } else if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                warnings.add("“" + milestone.kind().inWords() + "” is on a weekend, " + day(day));
            }
        }
        if (dayOf(MilestoneKind.CONVERSATIONS_FROM).isBefore(dayOf(MilestoneKind.FORUMS_TO))) {
            warnings.add(
                    "Conversations start before the last forum: each one has to come after its own authority's forum");
        }
        return warnings;
    }

    /** The same year after the next one has begun: each date a year on, moved to a working day where it is none. */
    CyclePlan movedTo(AcademicYear next, String schemeCode) {
        int years = next.startsIn() - year.startsIn();
        return new CyclePlan(
                next,
                milestones.stream()
                        .map(milestone -> milestone.on(
                                WorkingDays.onOrAfter(milestone.on().plusYears(years))))
                        .toList(),
                schemeCode,
                forumShape,
                memorandum);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
