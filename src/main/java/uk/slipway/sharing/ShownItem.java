package uk.slipway.sharing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a receipt, with what became of it.
 *
 * @param share the share that shows it
 * @param snapshot the words that were shown
 * @param openings who has opened it, by who opened first
 * @param endedAt when it was withdrawn, or null while it stands
 * @param endedBy by whom, by name
 * @param endedBecause the reason given
 */
public record ShownItem(
        ShareId share,
        Snapshot snapshot,
        List<Opening> openings,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endedBecause) {

    /** Whether the audience can still open it. */
    public boolean stands() {
        return endedAt == null;
    }

    /** Whether somebody opened it before it was withdrawn. */
    public boolean openedBeforeItEnded() {
        return openings.stream()
                .anyMatch(opening -> endedAt == null || !opening.first().isAfter(endedAt));
    }
}
