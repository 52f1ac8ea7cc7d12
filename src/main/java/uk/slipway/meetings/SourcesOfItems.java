package uk.slipway.meetings;

import java.util.List;
import java.util.Map;
import uk.slipway.web.Crumb;

/** Where the items come from that a room above has put into a backlog; implemented there as a component. */
public interface SourcesOfItems {

    /** By item, the page on which its matter stands; only those that the room put in. One statement. */
    Map<AgendaItemId, Crumb> of(List<AgendaItemId> items);
}
