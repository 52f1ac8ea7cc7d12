package uk.slipway.meetings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;

/** What was proposed and decided under the items of a meeting; implemented by the room above that keeps decisions. */
public interface DecisionsOnAgenda {

    /** By item, for who sees the board's business; restricted ones only where the viewer may. One statement. */
    Map<AgendaItemId, List<Line>> of(Viewer viewer, MeetingId meeting);

    /** By item, for the public record: what was decided and is not restricted. One statement. */
    Map<AgendaItemId, List<Line>> published(MeetingId meeting);

    /** Whether a decision under the item has an outcome. One statement. */
    boolean decidedUnder(AgendaItemId item);

    /** The address at which a decision is proposed under an item, or on a board. */
    String proposeAt(java.util.UUID board, @Nullable AgendaItemId item);

    /**
     * One decision.
     *
     * @param text its number, title and state in words
     * @param sentence the vote and the clause, as a minute quotes them; null while nothing is decided
     */
    record Line(String text, String address, @Nullable String sentence) {}
}
