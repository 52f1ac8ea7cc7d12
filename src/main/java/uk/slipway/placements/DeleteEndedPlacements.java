package uk.slipway.placements;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.RegionCode;

/**
 * Deletes placements to statistics when they have been over for as long as their region's protocol says: agreement, notices,
 * clocks and particulars go with them. The authorities' own records of the child are elsewhere.
 */
@UseCase
class DeleteEndedPlacements {

    private final PlacementRows placements;
    private final KeptFor kept;
    private final ObjectProvider<NoticesOnTime> notices;

    DeleteEndedPlacements(PlacementRows placements, KeptFor kept, ObjectProvider<NoticesOnTime> notices) {
        this.placements = placements;
        this.kept = kept;
        this.notices = notices;
    }

    /** Up to 500 for each region; where the region has set no time, none. @return how many */
    int delete() {
        return kept.over(Protocol.Terms::keepEndedDays, this::delete);
    }

    private int delete(RegionCode region, LocalDate day) {
        var over = placements.overBefore(region, day);
        var room = notices.getIfAvailable();
        Map<PlacementId, NoticesOnTime.Counted> counted = room == null ? Map.of() : room.of(over);
        for (var placement : over) {
            placements.deleteToStatistics(
                    placement.id(), region, counted.getOrDefault(placement.id(), NoticesOnTime.Counted.NONE));
        }
        return over.size();
    }
}
