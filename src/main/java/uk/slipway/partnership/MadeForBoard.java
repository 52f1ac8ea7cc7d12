package uk.slipway.partnership;

import java.util.List;
import uk.slipway.accounts.Viewer;
import uk.slipway.threads.Origin;

/**
 * What a room above keeps for a board that something else can be made from, so that the golden thread runs through rooms
 * that do not know each other: a priority leads to a decision, a decision to an action. Implemented there as a component.
 */
public interface MadeForBoard {

    /** The kind of record that it offers, as it stands in a {@code RecordRef}. */
    String kind();

    /** Those of a board that stand and that the viewer may see, the newest first. One statement. */
    List<Origin> of(Viewer viewer, BoardId board);
}
