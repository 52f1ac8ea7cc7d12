package uk.slipway.partnership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;

/**
 * What a room above shows of its own on a board's page: its meetings, its decisions. Implemented there as a component; the
 * order is that of {@code @Order}.
 */
public interface OnBoardPage {

    /**
     * A part of the page, in a fixed number of statements.
     *
     * @param business whether the viewer sees the board's business, or its public record alone
     */
    Part of(Viewer viewer, BoardId board, boolean business);

    /**
     * A part.
     *
     * @param heading its heading
     * @param lines what it shows, at most ten
     * @param none what it says where there is nothing
     * @param links the ways on
     */
    record Part(String heading, List<Line> lines, String none, List<Way> links) {}

    /** A line that leads to a record; the note may be null. */
    record Line(String text, String address, @Nullable String note) {}

    /** A way on. */
    record Way(String text, String address) {}
}
