package uk.slipway.datasets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;

/**
 * One figure as it was published: a value, or the symbol that stands in its place, never both.
 *
 * @param code the place's code as the file has it
 * @param region the region that it is, or that the authority is in; null for England and for Inner and Outer London
 * @param authority which authority it is, whatever code it had; null for England, regions and unknown codes
 * @param period a year such as 2025, or 202425 for one that spans two
 */
public record PublishedFigure(
        Level level,
        String code,
        String name,
        @Nullable RegionCode region,
        @Nullable LocalAuthorityId authority,
        int period,
        @Nullable BigDecimal value,
        @Nullable String symbol) {

    /** What a figure is about. */
    public enum Level {
        NATIONAL,
        REGIONAL,
        LOCAL_AUTHORITY
    }
}
