package uk.slipway.annualconversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to talk about.
 *
 * @param headlineId the shared headline it was made from, or null for one that somebody added
 * @param heading what the headline is, in a few words, or null
 * @param text the words as they were shared, or as added; 1 to 500 characters
 */
@Embeddable
record AgendaItem(
        @Column(name = "headline_id") @Nullable UUID headlineId,
        @Nullable String heading,
        String text) {}
