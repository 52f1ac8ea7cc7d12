package uk.slipway.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * A record as it stands before somebody it has been shown to.
 *
 * @param share the share that shows it
 * @param receipt the act it belongs to
 * @param authority whose record it is
 * @param about what it belongs to, such as the forum
 * @param snapshot the words that were shown
 * @param shownAt when it was shown
 * @param firstOpened when this viewer first opened it, or null when it is new to them
 */
public record Shown(
        ShareId share,
        ReceiptId receipt,
        LocalAuthorityId authority,
        RecordRef about,
        Snapshot snapshot,
        Instant shownAt,
        @Nullable Instant firstOpened) {

    public boolean isNew() {
        return firstOpened == null;
    }
}
