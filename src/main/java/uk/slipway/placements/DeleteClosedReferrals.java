package uk.slipway.placements;

import java.time.Clock;
import java.time.Duration;
import uk.slipway.fosteringprotocol.Protocols;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;

/** Deletes referrals to statistics when they have been closed for as long as their region's protocol says. */
@UseCase
class DeleteClosedReferrals {

    private final ReferralRows referrals;
    private final Protocols protocols;
    private final LocalAuthorities authorities;
    private final Clock clock;

    DeleteClosedReferrals(ReferralRows referrals, Protocols protocols, LocalAuthorities authorities, Clock clock) {
        this.referrals = referrals;
        this.protocols = protocols;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** Up to 500 for each region; where the region has set no time, none. @return how many */
    int delete() {
        int deleted = 0;
        for (var region : authorities.regions()) {
            var days = protocols
                    .inForce(region.code())
                    .map(protocol -> protocol.terms().keepClosedDays())
                    .orElse(null);
            if (days == null) {
                continue;
            }
            var due = referrals.closedBefore(
                    region.code().value(), clock.instant().minus(Duration.ofDays(days)));
            for (var referral : due) {
                referrals.deleteToStatistics(referral, region.code().value());
                deleted++;
            }
        }
        return deleted;
    }
}
