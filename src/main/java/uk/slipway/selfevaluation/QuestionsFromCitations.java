package uk.slipway.selfevaluation;

import java.util.Map;
import java.util.UUID;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;

/**
 * Where a viewer asks a challenge question from a sentence that cites a figure. The room of the forums implements it as a
 * component, in a fixed number of statements.
 */
public interface QuestionsFromCitations {

    /** The address of the form by citation, the sentence chosen in it; empty where the viewer asks nothing, or nothing any more. */
    Map<UUID, String> addresses(Viewer viewer, LocalAuthorityId authority, CycleId cycle);
}
