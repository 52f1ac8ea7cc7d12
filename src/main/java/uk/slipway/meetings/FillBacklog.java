package uk.slipway.meetings;

import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.BoardId;

/** A room above asks a board to deal with something: it waits in the backlog for the next meeting that is set up. */
@UseCase
public class FillBacklog {

    private static final int USUAL_MINUTES = 10;

    private final MeetingRows rows;

    FillBacklog(MeetingRows rows) {
        this.rows = rows;
    }

    /**
     * Puts an item into the backlog; the same id a second time changes nothing. The caller has asked who may do so.
     *
     * @param title 1 to 200 characters
     * @param note up to 4,000 characters, or null
     * @return whether it was put in now
     */
    public boolean put(AgendaItemId id, BoardId board, ItemKind kind, String title, @Nullable String note) {
        return rows.addItem(
                id, board, null, new SetAgenda.ItemTyped(kind, title, note, null, null, USUAL_MINUTES, false));
    }
}
