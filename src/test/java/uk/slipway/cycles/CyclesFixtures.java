package uk.slipway.cycles;

import java.time.LocalDate;
import java.time.Month;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/** Cycles for the tests of every room, made through the real use cases. */
@Component
public class CyclesFixtures {

    /** The academic year in which the tests' clock starts. */
    public static final AcademicYear THIS_YEAR = new AcademicYear(2026);

    private final SetUpCycle setUpCycle;
    private final OpenCycle openCycle;
    private final CycleCalendar calendar;
    private final JudgementSchemes schemes;

    CyclesFixtures(SetUpCycle setUpCycle, OpenCycle openCycle, CycleCalendar calendar, JudgementSchemes schemes) {
        this.setUpCycle = setUpCycle;
        this.openCycle = openCycle;
        this.calendar = calendar;
        this.schemes = schemes;
    }

    /** The North West's open cycle of 2026/27, self-evaluations due on Friday 18 December 2026, after the clock's start. */
    public CycleView thisYear() {
        return open(RegionCode.NORTH_WEST, THIS_YEAR);
    }

    /** The North West's cycle of 2025/26, still open. */
    public CycleView lastYear() {
        return open(RegionCode.NORTH_WEST, THIS_YEAR.previous());
    }

    /** Opens a region's cycle of a year, unless it has one already. Dates: see {@link #thisYear()}, moved by whole years. */
    public CycleView open(RegionCode region, AcademicYear year) {
        return calendar.find(region, year).orElseGet(() -> {
            var id = new CycleId(Uuid7.next());
            setUpCycle.handle(id, plan(year), manager(region));
            openCycle.handle(year, manager(region));
            return calendar.find(id).orElseThrow();
        });
    }

    /** Sets a region's year up and leaves it so. */
    public CycleView setUp(RegionCode region, AcademicYear year) {
        var id = new CycleId(Uuid7.next());
        setUpCycle.handle(id, plan(year), manager(region));
        return calendar.find(id).orElseThrow();
    }

    /** A regional manager of a region, who has no account. */
    public static Viewer manager(RegionCode region) {
        return new Viewer(
                new AccountId(Uuid7.next()),
                "Rosa Manager",
                Role.REGIONAL_MANAGER,
                new OrganisationId(Uuid7.next()),
                "Regional team",
                null,
                region,
                false);
    }

    private CyclePlan plan(AcademicYear year) {
        int autumn = year.startsIn();
        var first = FirstPlan.of(
                year, schemes.on(LocalDate.of(autumn, Month.DECEMBER, 1)).code());
        return new CyclePlan(
                year,
                first.milestones().stream()
                        .map(milestone -> milestone.on(
                                switch (milestone.kind()) {
                                    case SELF_EVALUATION_DUE, MEMORANDUM_SIGNED ->
                                        LocalDate.of(autumn, Month.DECEMBER, 18);
                                    case DATA_GROUP_MEETS -> LocalDate.of(autumn + 1, Month.JANUARY, 7);
                                    case FORUMS_FROM -> LocalDate.of(autumn + 1, Month.JANUARY, 11);
                                    case FORUMS_TO -> LocalDate.of(autumn + 1, Month.FEBRUARY, 26);
                                    case CONVERSATIONS_FROM -> LocalDate.of(autumn + 1, Month.MARCH, 1);
                                    case CONVERSATIONS_TO -> LocalDate.of(autumn + 1, Month.MARCH, 31);
                                }))
                        .toList(),
                first.schemeCode(),
                first.forumShape(),
                first.memorandum());
    }
}
