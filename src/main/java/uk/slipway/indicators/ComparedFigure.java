package uk.slipway.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthorityId;

/**
 * An authority's latest figure of an indicator beside the others, with all that is needed to show it again when newer
 * figures have come out.
 *
 * @param period the latest, such as 2025 or 202425; null where nothing has been published
 * @param value its value, or null where a symbol stands in its place or nothing was published for it
 * @param neighbours the simple mean of its statistical neighbours of the newest model that have data
 * @param rank 1 is best; null where no direction is good or it has no data
 * @param ranked how many authorities have data
 * @param change since the year before, where both years have data
 * @param release what was published, in words, or null where nothing was
 * @param years its own figure of every period, oldest first, and England's where that is not the sum of all
 */
public record ComparedFigure(
        LocalAuthorityId authority,
        IndicatorId indicator,
        String slug,
        String name,
        String grouping,
        Unit unit,
        int decimalPlaces,
        Polarity polarity,
        @Nullable Integer period,
        @Nullable BigDecimal value,
        @Nullable String symbol,
        @Nullable BigDecimal neighbours,
        @Nullable BigDecimal region,
        @Nullable String regionSymbol,
        @Nullable BigDecimal england,
        @Nullable String englandSymbol,
        @Nullable Integer rank,
        int ranked,
        @Nullable Band band,
        @Nullable BigDecimal change,
        @Nullable String release,
        @Nullable LocalDate published,
        List<Year> years) {

    /** One period. */
    public record Year(
            int period, @Nullable BigDecimal own, @Nullable BigDecimal england) {}

    public ComparedFigure {
        years = List.copyOf(years);
    }
}
