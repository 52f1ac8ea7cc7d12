package uk.slipway.placements;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import uk.slipway.region.RegionCode;

/** How many statutory notices of a region's placements were given in time: known to the room above that gives them. */
public interface NoticesOnTime {

    /**
     * Two counts, before small ones are hidden.
     *
     * @param due notices that have been given, or should have been by now
     * @param inTime those of them that were given, or settled with a reason, by the day they were due
     */
    record Counted(int due, int inTime) {

        /** Where nothing is counted. */
        public static final Counted NONE = new Counted(0, 0);

        /** Both together. */
        public Counted plus(Counted other) {
            return new Counted(due + other.due, inTime + other.inTime);
        }
    }

    /** Of placements that an authority of the region has made and that started on a day or later. */
    Counted since(RegionCode region, LocalDate day);

    /** Of each of these placements, while their notices are still there: before they are deleted. */
    Map<PlacementId, Counted> of(Collection<PlacementView> placements);
}
