package uk.slipway.cycles;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** A regional manager opens a year that has been set up. */
@UseCase
class OpenCycle {

    private final Cycles cycles;
    private final Clock clock;

    OpenCycle(Cycles cycles, Clock clock) {
        this.cycles = cycles;
        this.clock = clock;
    }

    /** Opens it; one that is open already stays as it is. */
    void handle(CycleId id, Viewer viewer) {
        var region = SetUpCycle.regionOf(viewer);
        var cycle = cycles.findById(id)
                .filter(found -> found.region().equals(region))
                .orElseThrow(NotFound::new);
        if (cycle.state() == CycleState.OPEN) {
            return;
        }
        cycle.open(clock.instant());
        cycles.save(cycle);
    }
}
