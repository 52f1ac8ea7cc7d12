package uk.slipway.particulars;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.placements.Placement;
import uk.slipway.placements.PlacementView;

/**
 * What a statutory notice says of the child. The caller has made sure that the reader is the notice's recipient; to be
 * called inside a use case, whose transaction it joins.
 */
@Component
public class ParticularsForNotices {

    private final ParticularsRows rows;
    private final SealedParticulars sealed;
    private final AuditTrail trail;
    private final Clock clock;

    ParticularsForNotices(ParticularsRows rows, SealedParticulars sealed, AuditTrail trail, Clock clock) {
        this.rows = rows;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether they are kept for every child of the placement. */
    public boolean areKept(PlacementView placement) {
        return rows.of(placement.id()).size() == placement.children();
    }

    /**
     * Opens them for somebody whom a notice told, and writes that down.
     *
     * @param who the recipient, in words
     * @param reason which notice it is
     */
    public List<ChildParticulars> openFor(PlacementView placement, String who, String reason) {
        var id = placement.id();
        var children = rows.of(id).stream()
                .map(kept -> sealed.open(id, kept.number(), kept.sealed()))
                .toList();
        if (!children.isEmpty()) {
            var now = clock.instant();
            rows.opened(id, null, who, reason, now, now);
            trail.append(
                    Placement.refOf(id),
                    placement.placing(),
                    "opened the particulars, because: " + reason,
                    now,
                    new Actor(null, who, null));
        }
        return children;
    }
}
