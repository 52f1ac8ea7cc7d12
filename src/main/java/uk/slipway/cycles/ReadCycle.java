package uk.slipway.cycles;

import java.util.List;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** A year of the viewer's region, with its history. */
@UseCase(readOnly = true)
class ReadCycle {

    private final CycleCalendar calendar;
    private final ViewersRegion regions;
    private final AuditTrail trail;

    ReadCycle(CycleCalendar calendar, ViewersRegion regions, AuditTrail trail) {
        this.calendar = calendar;
        this.regions = regions;
        this.trail = trail;
    }

    record Found(CycleView cycle, List<TrailEntry> history) {}

    /** @throws NotFound for a year the region does not have, or that is being set up and not the viewer's to set up */
    Found handle(AcademicYear year, Viewer viewer) {
        var cycle = regions.of(viewer)
                .flatMap(region -> calendar.find(region, year))
                .filter(found -> found.state() != CycleState.DRAFT || viewer.isOfTheRegionalTeam())
                .orElseThrow(NotFound::new);
        return new Found(cycle, trail.of(new RecordRef("cycle", cycle.id().value())));
    }
}
