package uk.slipway.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body that people act for.
 *
 * @param id its id; a local authority's is the same as its {@link LocalAuthorityId}
 * @param kind what sort of body it is
 * @param name its name
 * @param region the region it works in, or null for a national one such as Ofsted
 * @param starts its first day, or null where that is not known
 * @param ends its last day, or null while it exists
 */
public record Organisation(
        OrganisationId id,
        OrganisationKind kind,
        String name,
        @Nullable RegionCode region,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends) {

    public boolean existsOn(LocalDate day) {
        return (starts == null || !day.isBefore(starts)) && (ends == null || !day.isAfter(ends));
    }
}
