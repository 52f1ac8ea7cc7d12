package uk.slipway.datapacks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * An authority's pack of a year.
 *
 * @param frozenOn the day whose figures it holds
 * @param dueOn by when the authority is asked to have looked at it
 */
record DataPack(
        UUID id,
        long version,
        LocalAuthorityId authority,
        CycleId cycle,
        AcademicYear year,
        PackState state,
        LocalDate frozenOn,
        LocalDate dueOn,
        @Nullable Instant issuedAt,
        @Nullable Instant authorityAgreedAt,
        @Nullable String authorityAgreedBy,
        @Nullable Instant regionAgreedAt,
        @Nullable String regionAgreedBy) {

    static final String KIND = "data-pack";

    static RecordRef refOf(UUID id) {
        return new RecordRef(KIND, id);
    }

    Happened happened(String what, Instant at) {
        return new Happened(id, authority, what, at);
    }

    /** Something was done with a pack. */
    record Happened(UUID pack, LocalAuthorityId authority, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return refOf(pack);
        }
    }
}
