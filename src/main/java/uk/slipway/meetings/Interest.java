package uk.slipway.meetings;

import java.time.Instant;
import uk.slipway.accounts.Viewer;
import uk.slipway.partnership.MembershipId;

/** A member's interest in one item; they have withdrawn from it. */
record Interest(AgendaItemId item, MembershipId member, String who, String words, Instant at, String declaredBy) {

    /** How the name of who declares it is kept. */
    static String nameOf(Viewer viewer) {
        return viewer.name() + ", " + viewer.actingAs();
    }

    boolean isDeclaredBy(Viewer viewer) {
        return declaredBy.equals(nameOf(viewer));
    }
}
