package uk.slipway.enquiries;

import java.util.List;
import uk.slipway.kernel.KeyRing;
import uk.slipway.kernel.UseCase;

/** After the first key of the ring has changed: opens what older keys sealed, and seals and hashes it under the new one. */
@UseCase
class SealEnquiriesAnew {

    /** So many people in one transaction. */
    static final int AT_ONCE = 100;

    private final EnquiryRows enquiries;
    private final Sealing sealing;

    SealEnquiriesAnew(EnquiryRows enquiries, Sealing sealing) {
        this.enquiries = enquiries;
        this.sealing = sealing;
    }

    /** One round of at most {@value #AT_ONCE}. */
    KeyRing.Round round() {
        int anew = 0;
        int left = 0;
        for (var kept : enquiries.notUnder(sealing.under(), AT_ONCE)) {
            try {
                seal(kept);
                anew++;
            } catch (IllegalStateException closed) {
                left++;
            }
        }
        return new KeyRing.Round(anew, left);
    }

    private void seal(EnquiryRows.Bytes kept) {
        var person = sealing.open(kept.id(), kept.sealed());
        enquiries.sealAnew(
                new EnquiryRows.Bytes(kept.id(), sealing.seal(kept.id(), person)),
                sealing.emailHash(person.email()),
                sealing.telephoneHash(person.telephone()),
                sealing.nameHashes(person.name()),
                sealing.under(),
                anew(enquiries.sealedNotes(kept.id())),
                anew(enquiries.sealedReasons(kept.id())));
    }

    private List<EnquiryRows.Bytes> anew(List<EnquiryRows.Bytes> older) {
        return older.stream()
                .map(one ->
                        new EnquiryRows.Bytes(one.id(), sealing.seal(one.id(), sealing.words(one.id(), one.sealed()))))
                .toList();
    }
}
