package uk.slipway.particulars;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.UseCase;
import uk.slipway.placements.Placement;
import uk.slipway.placements.PlacementId;
import uk.slipway.web.NotYours;

/** A named worker opens a placed child's particulars, says why, and has them before them for a quarter of an hour. */
@UseCase
class OpenParticulars {

    static final Duration STAYS_OPEN = Duration.ofMinutes(15);

    private final NamedWorkers workers;
    private final ParticularsRows rows;
    private final SealedParticulars sealed;
    private final AuditTrail trail;
    private final Clock clock;

    OpenParticulars(
            NamedWorkers workers, ParticularsRows rows, SealedParticulars sealed, AuditTrail trail, Clock clock) {
        this.workers = workers;
        this.rows = rows;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    /** What lies open, and until when. */
    record Open(List<ChildParticulars> children, String reason, Instant since, Instant until) {}

    /**
     * Opens them. While they lie open for this worker, opening again changes nothing.
     *
     * @throws NotYours when the viewer is not a named worker
     */
    public void open(Viewer viewer, PlacementId id, String reason) {
        var placement = workers.placement(viewer, id);
        if (!workers.include(viewer, placement)) {
            throw new NotYours();
        }
        rows.hold(id);
        var now = clock.instant();
        if (rows.open(id, viewer.account(), now).isPresent()) {
            return;
        }
        var who = viewer.name() + ", " + viewer.actingAs();
        rows.opened(id, viewer.account(), who, reason, now, now.plus(STAYS_OPEN));
        trail.append(
                Placement.refOf(id),
                placement.placing(),
                "opened the particulars, because: " + reason,
                now,
                new Actor(viewer.account().value(), viewer.name(), viewer.actingAs()));
    }

    /**
     * What lies open for this worker now; empty when they have not opened it, or not within the quarter of an hour.
     *
     * @throws NotYours when the viewer is not a named worker (any more)
     */
    public Optional<Open> lyingOpen(Viewer viewer, PlacementId id) {
        var placement = workers.placement(viewer, id);
        if (!workers.include(viewer, placement)) {
            throw new NotYours();
        }
        return rows.open(id, viewer.account(), clock.instant())
                .map(opening -> new Open(
                        rows.of(id).stream()
                                .map(kept -> sealed.open(id, kept.number(), kept.sealed()))
                                .toList(),
                        opening.reason(),
                        opening.at(),
                        opening.until()));
    }
}
