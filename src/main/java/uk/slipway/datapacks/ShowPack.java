package uk.slipway.datapacks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;

/** Packs for reading. Three statements for a pack, whatever it holds. */
@UseCase(readOnly = true)
class ShowPack {

    private final PackRows packs;
    private final AuditTrail trail;
    private final CycleCalendar calendar;
    private final Clock clock;

    ShowPack(PackRows packs, AuditTrail trail, CycleCalendar calendar, Clock clock) {
        this.packs = packs;
        this.trail = trail;
        this.calendar = calendar;
        this.clock = clock;
    }

    record Shown(DataPack pack, List<PackFigure> figures, List<TrailEntry> trail) {}

    Shown of(Viewer viewer, UUID id) {
        var pack = packs.seenBy(viewer, id);
        return new Shown(pack, packs.figures(id), trail.of(DataPack.refOf(id)));
    }

    record One(DataPack pack, PackFigure figure) {}

    One figure(Viewer viewer, UUID id, UUID figure) {
        var pack = packs.seenBy(viewer, id);
        return new One(pack, packs.figure(id, figure));
    }

    List<PackRows.Counted> all(Viewer viewer) {
        return packs.all(viewer, null);
    }

    /** The year for which packs are prepared now. */
    Optional<CycleView> current(Viewer viewer) {
        var region = viewer.region();
        return region == null ? Optional.empty() : calendar.current(region);
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }
}
