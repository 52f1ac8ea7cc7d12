package uk.slipway.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;

/**
 * One authority's figure of one period beside the others.
 *
 * @param own its value or symbol, or null where nothing was published for it
 * @param neighbours the simple mean of its statistical neighbours that have data
 * @param rank 1 is best, or null where no direction is good or it has no data
 * @param ranked how many authorities have data
 * @param change since the year before, where both years have data
 */
record Compared(
        int period,
        FigureTable.@Nullable Cell own,
        @Nullable BigDecimal neighbours,
        FigureTable.@Nullable Cell region,
        FigureTable.@Nullable Cell england,
        @Nullable Integer rank,
        int ranked,
        @Nullable Band band,
        @Nullable BigDecimal change) {

    static Compared of(
            FigureTable table,
            Polarity polarity,
            @Nullable LocalAuthority authority,
            @Nullable RegionCode regionChosen,
            List<LocalAuthority> neighbours,
            int period) {
        var own = authority == null ? null : table.of(authority.id(), period);
        var value = own == null ? null : own.value();
        var spread = table.spread(period);
        var region = authority == null ? regionChosen : authority.region();
        var before = authority == null ? null : table.of(authority.id(), Comparison.yearBefore(period));
        var valueBefore = before == null ? null : before.value();
        return new Compared(
                period,
                own,
                Comparison.mean(neighbours.stream()
                                .map(neighbour -> table.of(neighbour.id(), period))
                                .filter(Objects::nonNull)
                                .map(FigureTable.Cell::value)
                                .filter(Objects::nonNull)
                                .toList())
                        .orElse(null),
                region == null ? null : table.of(region, period),
                table.england(period),
                value == null ? null : spread.rank(value, polarity).orElse(null),
                spread.size(),
                value == null ? null : spread.band(value, polarity).orElse(null),
                value == null || valueBefore == null ? null : value.subtract(valueBefore));
    }
}
