package uk.slipway.cycles;

import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.web.NotFound;

/** Finds the cycle that a regional manager is about to change. */
@Component
class OwnCycles {

    private final Cycles cycles;

    OwnCycles(Cycles cycles) {
        this.cycles = cycles;
    }

    /** @throws NotFound when the manager's region has no such year */
    Cycle of(AcademicYear year, Viewer viewer) {
        return cycles.findByRegionAndYear(SetUpCycle.regionOf(viewer), year).orElseThrow(NotFound::new);
    }
}
