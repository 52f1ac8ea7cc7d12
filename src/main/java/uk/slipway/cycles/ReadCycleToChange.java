package uk.slipway.cycles;

import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.UseCase;

/** A year as its regional manager is about to change it. */
@UseCase(readOnly = true)
class ReadCycleToChange {

    private final OwnCycles own;

    ReadCycleToChange(OwnCycles own) {
        this.own = own;
    }

    /** @param version the version that the form carries */
    record Found(CyclePlan plan, CycleState state, long version) {}

    Found handle(AcademicYear year, Viewer viewer) {
        var cycle = own.of(year, viewer);
        return new Found(cycle.plan(), cycle.state(), cycle.version());
    }
}
