package uk.slipway.meetings;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.BoardId;

/**
 * A room above asks a board to deal with something: on the agenda of its next meeting, where that has not been sent out yet,
 * else it waits in the backlog for the next one that is set up.
 */
@UseCase
public class PutOnNextAgenda {

    private static final int USUAL_MINUTES = 10;

    private final MeetingRows rows;
    private final Clock clock;

    PutOnNextAgenda(MeetingRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Puts an item on the next agenda, or into the backlog; the same id a second time changes nothing. The caller has asked who may do so.
     *
     * @param title 1 to 200 characters
     * @param note up to 4,000 characters, or null
     * @return whether it was put in now
     */
    public boolean put(AgendaItemId id, BoardId board, ItemKind kind, String title, @Nullable String note) {
        var next = rows.next(board, LondonTime.today(clock))
                .filter(meeting -> meeting.issuedAt() == null)
                .map(Meeting::id)
                .orElse(null);
        return rows.addItem(
                id, board, next, new SetAgenda.ItemTyped(kind, title, note, null, null, USUAL_MINUTES, false));
    }
}
