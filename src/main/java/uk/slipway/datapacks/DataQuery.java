package uk.slipway.datapacks;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an authority says against a published figure, and the region's answer.
 *
 * @param figure the authority's own
 * @param answer what the region decided, or null while it has not answered
 */
record DataQuery(
        BigDecimal figure,
        String reason,
        String by,
        Instant at,
        @Nullable Answer answer,
        @Nullable String words,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    /** Which figure stands by the region's answer. */
    enum Answer {
        /** The authority's. */
        ACCEPTED,
        /** The published one. */
        KEPT
    }
}
