package uk.slipway.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record shown to an audience.
 *
 * @param id identifies it
 * @param audience whom the record was shown to
 * @param madeAt when
 * @param madeBy by whom, by name
 * @param words the words that were shown before the button was pressed
 * @param endedAt when it was withdrawn or ended, or null while it stands
 * @param endedBy by whom, by name
 * @param endedBecause the reason given
 */
public record Share(
        ShareId id,
        Audience audience,
        Instant madeAt,
        String madeBy,
        String words,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endedBecause) {}
