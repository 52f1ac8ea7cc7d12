package uk.slipway.headlines;

import java.util.Map;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;

/** When authorities talk with Ofsted; asked here, answered by the room above that plans the conversations. */
public interface ConversationDates {

    /** The conversation of each authority in a cycle that the viewer may know of, as a date or a word; one statement. */
    Map<LocalAuthorityId, String> inCycle(Viewer viewer, CycleId cycle);
}
