package uk.slipway.threads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;

/**
 * One thing was made from another.
 *
 * @param authority whose things they are, where they are one's
 * @param madeBy by whom it was linked, by name
 * @param removableBy the organisation whose people may take it away; null where it follows from how the thing was made
 */
record Link(
        LinkId id,
        RecordRef from,
        RecordRef made,
        @Nullable LocalAuthorityId authority,
        Instant madeAt,
        String madeBy,
        @Nullable OrganisationId removableBy) {}
