package uk.slipway.indicators;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final List<Integer> periods;
    private final Map<Integer, Spread> spreads = new HashMap<>();

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
        authorities.forEach((period, cells) -> spreads.put(
                period,
                new Spread(cells.values().stream()
                        .map(Cell::value)
                        .filter(Objects::nonNull)
                        .toList())));
        periods = List.copyOf(authorities.keySet());
    }

    /** Oldest first. */
    List<Integer> periods() {
        return periods;
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

    /** The values of every authority that has one. */
    Spread spread(int period) {
        return spreads.getOrDefault(period, Spread.EMPTY);
    }

    Map<LocalAuthorityId, Cell> authorities(int period) {
        return authorities.getOrDefault(period, Map.of());
    }
}
