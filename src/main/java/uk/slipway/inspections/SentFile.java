package uk.slipway.inspections;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of inspections that was sent.
 *
 * @param acceptedBy who accepted its warnings, or null where it waits or had none
 * @param counts what it changed, or null while it waits
 */
record SentFile(
        UUID id,
        String name,
        byte[] content,
        Instant sentAt,
        String sentBy,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy,
        Inspections.@Nullable Counts counts) {

    boolean waits() {
        return counts == null;
    }
}
