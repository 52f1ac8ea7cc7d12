package uk.slipway.selfevaluation;

import java.util.List;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;

/**
 * Who sits on the panel that will read an authority's self-evaluation. The room of the forums implements it as a
 * component, in a fixed number of statements.
 */
public interface PanelReaders {

    /** The people of the confirmed panel, each with their part and authority; empty while none is confirmed. */
    List<String> ofForum(LocalAuthorityId authority, CycleId cycle);
}
