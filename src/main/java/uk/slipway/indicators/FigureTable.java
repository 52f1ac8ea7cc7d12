package uk.slipway.indicators;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.slipway.datasets.PublishedFigure;
import uk.slipway.datasets.PublishedFigure.Level;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;

/** One indicator's figures: every place, every period. */
final class FigureTable {

    /** A value, or the symbol that stands in its place. */
    record Cell(@Nullable BigDecimal value, @Nullable String symbol) {}

    private final TreeMap<Integer, Map<LocalAuthorityId, Cell>> authorities = new TreeMap<>();
    private final Map<Integer, Map<RegionCode, Cell>> regions = new HashMap<>();
    private final Map<Integer, Cell> england = new HashMap<>();
    private final TreeMap<Integer, List<BigDecimal>> withData = new TreeMap<>();

    FigureTable(List<PublishedFigure> figures) {
        for (var figure : figures) {
            var cell = new Cell(figure.value(), figure.symbol());
            authorities.computeIfAbsent(figure.period(), any -> new HashMap<>());
            if (figure.level() == Level.NATIONAL) {
                england.put(figure.period(), cell);
            } else if (figure.level() == Level.REGIONAL && figure.region() != null) {
                regions.computeIfAbsent(figure.period(), any -> new HashMap<>()).put(figure.region(), cell);
            } else if (figure.authority() != null) {
                authorities
                        .computeIfAbsent(figure.period(), any -> new HashMap<>())
                        .put(figure.authority(), cell);
            }
        }
        authorities.forEach((period, cells) -> withData.put(
                period,
                cells.values().stream()
                        .map(Cell::value)
                        .filter(java.util.Objects::nonNull)
                        .sorted()
                        .toList()));
    }

    /** Oldest first. */
    List<Integer> periods() {
        return List.copyOf(authorities.keySet());
    }

    boolean isEmpty() {
        return authorities.isEmpty();
    }

    @Nullable
    Cell of(LocalAuthorityId authority, int period) {
        return authorities.getOrDefault(period, Map.of()).get(authority);
    }

    @Nullable
    Cell of(RegionCode region, int period) {
        return regions.getOrDefault(period, Map.of()).get(region);
    }

    @Nullable
    Cell england(int period) {
        return england.get(period);
    }

    /** The values of every authority that has one, lowest first. */
    List<BigDecimal> withData(int period) {
        return withData.getOrDefault(period, List.of());
    }

    Map<LocalAuthorityId, Cell> authorities(int period) {
        return authorities.getOrDefault(period, Map.of());
    }
}
