package uk.slipway.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.Quarter;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/**
 * A quarter for which a region asks its authorities.
 *
 * @param team the regional team whose it is
 * @param deadline the last day on which an answer is in time
 * @param releaseOn the day from which accepted figures are everybody's who signs in
 */
record QuarterlyReturn(
        UUID id,
        long version,
        OrganisationId team,
        RegionCode region,
        Quarter quarter,
        LocalDate deadline,
        LocalDate releaseOn) {

    static RecordRef refOf(UUID id) {
        return new RecordRef("quarter", id);
    }

    boolean isReleasedOn(LocalDate day) {
        return !day.isBefore(releaseOn);
    }

    Happened happened(String what, Instant at) {
        return new Happened(id, what, at);
    }

    /** Something was done with a quarter as a whole. */
    record Happened(UUID quarter, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return refOf(quarter);
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }
    }
}
