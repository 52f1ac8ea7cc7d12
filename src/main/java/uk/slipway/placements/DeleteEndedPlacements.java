package uk.slipway.placements;

import java.time.Clock;
import uk.slipway.fosteringprotocol.Protocols;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;

/**
 * Deletes placements to statistics when they have been over for as long as their region's protocol says: agreement, notices,
 * clocks and particulars go with them. The authorities' own records of the child are elsewhere.
 */
@UseCase
class DeleteEndedPlacements {

    private final PlacementRows placements;
    private final Protocols protocols;
    private final LocalAuthorities authorities;
    private final Clock clock;

    DeleteEndedPlacements(PlacementRows placements, Protocols protocols, LocalAuthorities authorities, Clock clock) {
        this.placements = placements;
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
                    .map(protocol -> protocol.terms().keepEndedDays())
                    .orElse(null);
            if (days != null) {
                deleted += placements.deleteToStatistics(
                        region.code(), LondonTime.today(clock).minusDays(days));
            }
        }
        return deleted;
    }
}
