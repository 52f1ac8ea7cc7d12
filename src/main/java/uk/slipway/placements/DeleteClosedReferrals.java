package uk.slipway.placements;

import java.time.LocalDate;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.RegionCode;

/** Deletes referrals to statistics when they have been closed for as long as their region's protocol says. */
@UseCase
class DeleteClosedReferrals {

    private final ReferralRows referrals;
    private final KeptFor kept;

    DeleteClosedReferrals(ReferralRows referrals, KeptFor kept) {
        this.referrals = referrals;
        this.kept = kept;
    }

    /** Up to 500 for each region; where the region has set no time, none. @return how many */
    int delete() {
        return kept.over(Protocol.Terms::keepClosedDays, this::delete);
    }

    private int delete(RegionCode region, LocalDate day) {
        var closed = referrals.closedBefore(region.value(), day);
        closed.forEach(referral -> referrals.deleteToStatistics(referral, region.value()));
        return closed.size();
    }
}
