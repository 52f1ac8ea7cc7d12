package uk.slipway.cycles;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import uk.slipway.accounts.Role;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.WorkingDays;

/**
 * What a region's first year starts from: the North West's published dates of 2017/18 (self-view and memorandum by the
 * last Friday of October, data group in the middle of November, forums in December and January), then conversations with
 * Ofsted in February and March. The regional manager changes all of it before the year opens.
 */
final class FirstPlan {

    static final String MEMORANDUM = """
        By signing we agree, for this year, that our authority will:

        - write an honest self-evaluation, say how we know what we say, and have it signed off by the date in the timetable
        - take part in a peer challenge forum about our own services, and release our Director for the forums of others
        - share the figures that the region has agreed on, so that both sides of a challenge look at the same ones
        - treat what we learn about another authority as confidential, unless that authority decides to share it
        - agree the headlines of our forum, say which of them are shared with Ofsted, and answer for our commitments next year

        The regional team will keep the timetable, issue papers in time, and show nothing of ours to anybody that this memorandum \
        or our own decision does not name.
        """;

    private FirstPlan() {}

    static CyclePlan of(AcademicYear year, String schemeCode) {
        int autumn = year.startsIn();
        var dueDay = LocalDate.of(autumn, Month.OCTOBER, 1).with(lastInMonth(DayOfWeek.FRIDAY));
        return new CyclePlan(
                year,
                List.of(
                        Milestone.of(
                                MilestoneKind.SELF_EVALUATION_DUE,
                                dueDay,
                                Role.LA_OFFICER,
                                Role.DIRECTOR,
                                Role.LEAD_MEMBER),
                        Milestone.of(
                                MilestoneKind.MEMORANDUM_SIGNED,
                                dueDay,
                                Role.DIRECTOR,
                                Role.CHIEF_EXECUTIVE,
                                Role.LEAD_MEMBER),
                        Milestone.of(
                                MilestoneKind.DATA_GROUP_MEETS,
                                LocalDate.of(autumn, Month.NOVEMBER, 1).with(dayOfWeekInMonth(3, DayOfWeek.THURSDAY)),
                                Role.REGIONAL_MANAGER,
                                Role.DATA_LEAD),
                        Milestone.of(
                                MilestoneKind.FORUMS_FROM,
                                WorkingDays.onOrAfter(LocalDate.of(autumn, Month.DECEMBER, 1)),
                                Role.DIRECTOR,
                                Role.REGIONAL_MANAGER),
                        Milestone.of(
                                MilestoneKind.FORUMS_TO,
                                LocalDate.of(autumn + 1, Month.JANUARY, 1).with(lastInMonth(DayOfWeek.FRIDAY)),
                                Role.DIRECTOR,
                                Role.REGIONAL_MANAGER),
                        Milestone.of(
                                MilestoneKind.CONVERSATIONS_FROM,
                                WorkingDays.onOrAfter(LocalDate.of(autumn + 1, Month.FEBRUARY, 1)),
                                Role.DIRECTOR,
                                Role.OFSTED_COLLEAGUE),
                        Milestone.of(
                                MilestoneKind.CONVERSATIONS_TO,
                                WorkingDays.onOrAfter(LocalDate.of(autumn + 1, Month.MARCH, 25)),
                                Role.DIRECTOR,
                                Role.OFSTED_COLLEAGUE)),
                schemeCode,
                ForumShape.NORTH_WEST,
                MEMORANDUM);
    }
}
