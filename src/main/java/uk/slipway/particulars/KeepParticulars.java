package uk.slipway.particulars;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.placements.Placement;
import uk.slipway.placements.PlacementId;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** A named worker of the placing authority writes down a placed child's particulars, once the match is agreed. */
@UseCase
class KeepParticulars {

    private final NamedWorkers workers;
    private final ParticularsRows rows;
    private final SealedParticulars sealed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepParticulars(
            NamedWorkers workers,
            ParticularsRows rows,
            SealedParticulars sealed,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workers = workers;
        this.rows = rows;
        this.sealed = sealed;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a form to write begins with.
     *
     * @param version of what is kept, or null while nothing is
     * @param child what is kept, or null while nothing is
     * @param mustOpenFirst whether something is kept that does not lie open for this worker
     */
    record Begun(@Nullable Long version, @Nullable ChildParticulars child, boolean mustOpenFirst) {}

    /**
     * The form's beginning.
     *
     * @throws NotYours when the viewer is not a named worker of the placing authority
     * @throws NotFound when the placement has no such child
     */
    public Begun begin(Viewer viewer, PlacementId id, int number) {
        writing(viewer, id, number);
        var kept = rows.of(id).stream().filter(row -> row.number() == number).findFirst();
        if (kept.isEmpty()) {
            return new Begun(null, null, false);
        }
        boolean open = rows.open(id, viewer.account(), clock.instant()).isPresent();
        return new Begun(
                kept.get().version(), open ? sealed.open(id, number, kept.get().sealed()) : null, !open);
    }

    /**
     * Seals and keeps them.
     *
     * @param version that was shown, or null where nothing was kept
     * @throws EditConflict when something else is kept by now
     * @throws NotYours when the viewer is not a named worker of the placing authority
     */
    public void keep(Viewer viewer, PlacementId id, ChildParticulars child, @Nullable Long version) {
        var placing = writing(viewer, id, child.number());
        rows.hold(id);
        var kept = rows.of(id).stream()
                .filter(row -> row.number() == child.number())
                .findFirst();
        if (kept.isPresent() && same(kept, id, child)) {
            return;
        }
        var at = clock.instant();
        var by = viewer.name() + ", " + viewer.actingAs();
        var bytes = sealed.seal(id, child);
        boolean done = version == null
                ? rows.add(id, child.number(), bytes, at, by)
                : rows.replace(id, child.number(), version, bytes, at, by);
        if (!done) {
            throw new EditConflict();
        }
        events.publishEvent(new Placement.Changed(
                id, placing, version == null ? "kept the child’s particulars" : "changed the child’s particulars", at));
    }

    boolean possible() {
        return sealed.possible();
    }

    private boolean same(Optional<ParticularsRows.Kept> kept, PlacementId id, ChildParticulars child) {
        return kept.map(row -> sealed.open(id, row.number(), row.sealed()).equals(child))
                .orElse(false);
    }

    private LocalAuthorityId writing(Viewer viewer, PlacementId id, int number) {
        var placement = workers.placement(viewer, id);
        if (!workers.mayKeep(viewer, placement)) {
            throw new NotYours();
        }
        if (number < 1 || number > placement.children() || !ShowParticulars.isAgreed(placement)) {
            throw new NotFound();
        }
        return placement.placing();
    }
}
