package uk.slipway.headlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A headline that stands shared with Ofsted's team, in the words that were shared.
 *
 * @param id the headline
 * @param heading kind and judgement area, in words
 * @param text the words
 * @param evidence the evidence, where the Director shared it too
 * @param sharedAt when it was shared
 */
public record SharedHeadline(
        HeadlineId id,
        String heading,
        String text,
        @Nullable String evidence,
        Instant sharedAt) {}
