package uk.slipway.cycles;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;

/** What the next year of a region would be, before anybody has changed a date of it. */
@UseCase(readOnly = true)
class ProposeCycle {

    private final Cycles cycles;
    private final JudgementSchemes schemes;
    private final Clock clock;

    ProposeCycle(Cycles cycles, JudgementSchemes schemes, Clock clock) {
        this.cycles = cycles;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** A proposal. @param from the year it was copied from, or null for the North West's published dates */
    record Proposal(
            CyclePlan plan,
            @org.jspecify.annotations.Nullable AcademicYear from) {}

    /** The year after the last, or, in a region's first, the one it is now (from June on: the next). */
    Proposal handle(Viewer viewer) {
        var last = cycles.findFirstByRegionOrderByYearDesc(SetUpCycle.regionOf(viewer));
        if (last.isEmpty()) {
            var year = AcademicYear.of(LondonTime.today(clock).plusMonths(3));
            return new Proposal(FirstPlan.of(year, schemeOf(year)), null);
        }
        var plan = last.get().plan();
        var year = plan.year().next();
        return new Proposal(plan.movedTo(year, schemeOf(year)), plan.year());
    }

    /** The scheme in use when the year's forums begin. */
    private String schemeOf(AcademicYear year) {
        return schemes.on(java.time.LocalDate.of(year.startsIn(), java.time.Month.DECEMBER, 1))
                .code();
    }
}
