package uk.slipway.sharing;

import java.time.Instant;
import java.util.List;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * The receipt for one act of showing.
 *
 * @param id identifies it
 * @param authority whose records were shown
 * @param about what they belong to, such as the forum
 * @param title what was shown, in words
 * @param audience whom it was shown to
 * @param words the sentence above the button
 * @param madeAt when
 * @param madeBy by whom, by name
 * @param madeByActing the role they acted in, in words
 * @param items the records, in the order of the preview
 * @param whoCanOpen the people who can open it today, by name
 */
public record Receipt(
        ReceiptId id,
        LocalAuthorityId authority,
        RecordRef about,
        String title,
        Audience audience,
        String words,
        Instant madeAt,
        String madeBy,
        String madeByActing,
        List<ShownItem> items,
        List<String> whoCanOpen) {

    /** Whether anything of it can still be opened. */
    public boolean stands() {
        return items.stream().anyMatch(ShownItem::stands);
    }
}
