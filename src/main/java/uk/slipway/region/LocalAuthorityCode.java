package uk.slipway.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code that a local authority has or has had.
 *
 * @param scheme who gave it
 * @param code the code itself
 * @param starts its first day, or null where that is not known
 * @param ends its last day, or null while it is in use
 */
public record LocalAuthorityCode(
        CodeScheme scheme,
        String code,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends) {}
