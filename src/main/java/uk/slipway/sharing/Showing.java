package uk.slipway.sharing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * What somebody is about to show: the preview is made of this, and so is the receipt.
 *
 * @param authority whose records they are
 * @param about what they belong to, such as the forum
 * @param title what is shown, in words: {@code Agreed headlines of Bolton, 2026/27}
 * @param audience whom it is shown to
 * @param audienceId the forum, regional team or Ofsted's organisation; null for everyone
 * @param words the sentence above the button
 * @param snapshots the records as they read now, at most 100
 */
public record Showing(
        LocalAuthorityId authority,
        RecordRef about,
        String title,
        Audience audience,
        @Nullable UUID audienceId,
        String words,
        List<Snapshot> snapshots) {

    public Showing {
        snapshots = List.copyOf(snapshots);
    }
}
