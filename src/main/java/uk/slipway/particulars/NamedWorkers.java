package uk.slipway.particulars;

import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementView;
import uk.slipway.placements.SeenPlacements;
import uk.slipway.web.NotFound;

/**
 * Who may open a placed child's particulars: the workers that the placement names (social worker, reviewing officer,
 * supervising worker) and those that either authority has named beside them, while they work for one of the two.
 */
@Component
class NamedWorkers {

    private final SeenPlacements placements;
    private final ParticularsRows rows;

    NamedWorkers(SeenPlacements placements, ParticularsRows rows) {
        this.placements = placements;
        this.rows = rows;
    }

    /** @throws NotFound when the viewer may not see the placement at all */
    PlacementView placement(Viewer viewer, PlacementId id) {
        return placements.find(viewer, id).orElseThrow(NotFound::new);
    }

    boolean include(Viewer viewer, PlacementView placement) {
        boolean ofTheTwo = placement.placing().equals(viewer.authority())
                || placement.fostering().equals(viewer.authority());
        return ofTheTwo
                && (placement.namedWorkers().contains(viewer.account())
                        || rows.workers(placement.id()).stream()
                                .anyMatch(worker -> worker.account().equals(viewer.account())
                                        && worker.authority().equals(viewer.authority())));
    }

    /** Whether they write: a named worker of the authority that is responsible for the child. */
    boolean mayKeep(Viewer viewer, PlacementView placement) {
        return placement.placing().equals(viewer.authority()) && include(viewer, placement);
    }
}
