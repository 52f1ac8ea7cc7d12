package uk.slipway.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * One authority's answer for one quarter.
 *
 * @param reason why the region gave it back, while it is {@link ReturnState#RETURNED}
 */
record AuthorityReturn(
        UUID id,
        long version,
        UUID quarter,
        LocalAuthorityId authority,
        ReturnState state,
        @Nullable Instant savedAt,
        @Nullable String savedBy,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy,
        @Nullable String reason) {

    static RecordRef refOf(UUID id) {
        return new RecordRef("quarterly-return", id);
    }

    /** Whether it came, or is still to come, after its deadline. */
    boolean isLate(LocalDate deadline, LocalDate today) {
        if (state.isWithTheAuthority()) {
            return today.isAfter(deadline);
        }
        return submittedAt != null && LondonTime.dayOf(submittedAt).isAfter(deadline);
    }

    Happened happened(String what, Instant at) {
        return new Happened(id, authority, what, at);
    }

    /** Something was done with an authority's answer. */
    record Happened(UUID answer, LocalAuthorityId authority, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return refOf(answer);
        }
    }
}
