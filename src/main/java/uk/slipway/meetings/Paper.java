package uk.slipway.meetings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A paper of an item; one that was removed keeps its name, and who removed it and why. */
record Paper(
        UUID id,
        AgendaItemId item,
        String title,
        String fileName,
        String mediaType,
        int bytes,
        String sha256,
        boolean scanned,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable Instant removedAt,
        @Nullable String removedBy,
        @Nullable String removedBecause) {

    boolean isPdf() {
        return mediaType.equals("application/pdf");
    }
}
