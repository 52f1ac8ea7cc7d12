package uk.slipway.notices;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.placements.PlacementId;
import uk.slipway.region.LocalAuthorityId;

/**
 * A written notice to one recipient, or why it was not given.
 *
 * @param regulation that asks for it: 13 or 14
 * @param email where it is sent, or null for one that is given on paper or not at all
 * @param codeEmail another known address that the code for particulars goes to, or null for the same
 * @param settledOn the day it was given, withheld or found not needed; null while it is prepared
 * @param words how it was given on paper, or why it was withheld or not given
 */
record StatutoryNotice(
        NoticeId id,
        long version,
        PlacementId placement,
        LocalAuthorityId placing,
        LocalAuthorityId fostering,
        Regulation regulation,
        RecipientKind kind,
        String name,
        @Nullable String email,
        @Nullable String codeEmail,
        boolean carriesParticulars,
        NoticeState state,
        Instant preparedAt,
        @Nullable LocalDate settledOn,
        @Nullable String settledBy,
        @Nullable Instant sentAt,
        @Nullable String words,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedHow) {

    static final String KIND = "statutory-notice";

    RecordRef ref() {
        return new RecordRef(KIND, id.value());
    }

    Happened happened(String what, Instant at) {
        return new Happened(id, placing, what, at);
    }

    /** Something was done with a notice. The trail's words name the kind of recipient, nobody by name. */
    record Happened(NoticeId notice, LocalAuthorityId authority, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef(KIND, notice.value());
        }
    }
}
