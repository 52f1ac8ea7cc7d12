package uk.slipway.particulars;

import uk.slipway.kernel.KeyRing;
import uk.slipway.kernel.Seal;
import uk.slipway.kernel.UseCase;

/** After the first key of the ring has changed: opens what older keys sealed and seals it under the new one. */
@UseCase
class SealAnew {

    /** So many in one transaction. */
    static final int AT_ONCE = 100;

    private final ParticularsRows rows;
    private final SealedParticulars sealed;
    private final ParticularsKeys keys;

    SealAnew(ParticularsRows rows, SealedParticulars sealed, ParticularsKeys keys) {
        this.rows = rows;
        this.sealed = sealed;
        this.keys = keys;
    }

    /** One round of at most {@value #AT_ONCE}. */
    public KeyRing.Round round() {
        var current = keys.current();
        if (current.isEmpty()) {
            return new KeyRing.Round(0, 0);
        }
        int anew = 0;
        int left = 0;
        for (var kept : rows.notUnder(current.get(), AT_ONCE)) {
            try {
                var child = sealed.open(kept.placement(), kept.number(), kept.sealed());
                rows.sealAnew(kept.placement(), kept.number(), sealed.seal(kept.placement(), child));
                anew++;
            } catch (SealedParticulars.KeyIsGone | Seal.Broken closed) {
                left++;
            }
        }
        return new KeyRing.Round(anew, left);
    }
}
