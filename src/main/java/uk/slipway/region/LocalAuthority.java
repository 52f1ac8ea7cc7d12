package uk.slipway.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A local authority with responsibility for children's services, or one that had it.
 *
 * @param id its id, which no change of code changes
 * @param name its name as the Department for Education publishes it, such as "St. Helens"
 * @param gssCode its current ONS code, or its last one
 * @param dfeCode its current number of the Department for Education, or its last one
 * @param type its type now, or at its end
 * @param region the region it is in
 * @param starts its first day, or null where it is older than 1 January 2009, when ONS codes begin
 * @param ends its last day, or null while it exists
 * @param fictitious true for one made up for the demonstration, which no count of authorities includes
 */
public record LocalAuthority(
        LocalAuthorityId id,
        String name,
        String gssCode,
        String dfeCode,
        LocalAuthorityType type,
        RegionCode region,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        boolean fictitious) {

    public boolean existsOn(LocalDate day) {
        return (starts == null || !day.isBefore(starts)) && (ends == null || !day.isAfter(ends));
    }

    /** The name for a list, where a reader has to see that an authority is made up. */
    public String label() {
        return fictitious ? name + " (fictitious)" : name;
    }
}
