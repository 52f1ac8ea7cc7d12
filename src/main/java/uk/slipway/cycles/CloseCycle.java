package uk.slipway.cycles;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.UseCase;

/** A regional manager closes a year; its dates and signatures then stand. */
@UseCase
class CloseCycle {

    private final OwnCycles own;
    private final Cycles cycles;
    private final Clock clock;

    CloseCycle(OwnCycles own, Cycles cycles, Clock clock) {
        this.own = own;
        this.cycles = cycles;
        this.clock = clock;
    }

    /** Closes it; one that is closed already stays as it is. */
    void handle(AcademicYear year, Viewer viewer) {
        var cycle = own.of(year, viewer);
        if (cycle.state() != CycleState.CLOSED) {
            cycle.close(clock.instant());
            cycles.save(cycle);
        }
    }
}
