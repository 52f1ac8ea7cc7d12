package uk.slipway.cycles;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.UseCase;

/** A regional manager opens a year that has been set up. */
@UseCase
class OpenCycle {

    private final OwnCycles own;
    private final Cycles cycles;
    private final Clock clock;

    OpenCycle(OwnCycles own, Cycles cycles, Clock clock) {
        this.own = own;
        this.cycles = cycles;
        this.clock = clock;
    }

    /** Opens it; one that is open already stays as it is. */
    void handle(AcademicYear year, Viewer viewer) {
        var cycle = own.of(year, viewer);
        if (cycle.state() != CycleState.OPEN) {
            cycle.open(clock.instant());
            cycles.save(cycle);
        }
    }
}
