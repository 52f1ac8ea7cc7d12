package uk.slipway.indicators;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;

/**
 * The figures of one place over the years beside England's, for the rooms that follow them: a region as published, an
 * authority, or some authorities together. Two statements, and one for each indicator that is not in memory.
 */
@Component
public class FiguresOfPlaces {

    private final Indicators indicators;
    private final PublishedFigures published;
    private final FigureTables tables;

    FiguresOfPlaces(Indicators indicators, PublishedFigures published, FigureTables tables) {
        this.indicators = indicators;
        this.published = published;
        this.tables = tables;
    }

    /**
     * An indicator's figures of a place.
     *
     * @param source who published them in what, or null where nothing has been published
     * @param years every period, oldest first
     */
    public record Series(
            IndicatorId id,
            String slug,
            String name,
            String grouping,
            FigureSpeech speech,
            Polarity polarity,
            @Nullable String source,
            List<Year> years) {

        public Series {
            years = List.copyOf(years);
        }

        /** The latest period in which the place has a value, or null. */
        public @Nullable Year latest() {
            return years.reversed().stream()
                    .filter(year -> year.value() != null)
                    .findFirst()
                    .orElse(null);
        }

        /** The figure in words: "17.2", or what its symbol says. */
        public String words(Year year) {
            return speech.cell(year.value(), year.symbol());
        }
    }

    /**
     * One period.
     *
     * @param symbol what was published in the place of a value
     * @param of how many places have a value, where the value is a mean of several; else 1
     */
    public record Year(
            int period,
            @Nullable BigDecimal value,
            @Nullable String symbol,
            @Nullable BigDecimal england,
            int of) {

        /** The calendar year in which the period ends: 2025 for 2025 and for 2024/25. */
        public int endsIn() {
            return endOf(period);
        }
    }

    /** The calendar year in which a period ends. */
    public static int endOf(int period) {
        return period > 9999 ? period / 100 + 1 : period;
    }

    /** A region's figures as published; an indicator that is not known is left out. */
    public Map<String, Series> ofRegion(RegionCode region, Set<String> slugs) {
        return series(slugs, table -> period -> one(table.of(region, period), table.england(period), period));
    }

    /** An authority's. */
    public Map<String, Series> ofAuthority(LocalAuthorityId authority, Set<String> slugs) {
        return series(slugs, table -> period -> one(table.of(authority, period), table.england(period), period));
    }

    /** The simple mean of those of some authorities that have data, as the sector compares neighbours. */
    public Map<String, Series> ofTogether(Collection<LocalAuthorityId> authorities, Set<String> slugs) {
        return series(slugs, table -> period -> {
            var values = authorities.stream()
                    .map(authority -> table.of(authority, period))
                    .filter(Objects::nonNull)
                    .map(FigureTable.Cell::value)
                    .filter(Objects::nonNull)
                    .toList();
            return new Year(
                    period, Comparison.mean(values).orElse(null), null, value(table.england(period)), values.size());
        });
    }

    private interface ByPeriod {
        IntFunction<Year> of(FigureTable table);
    }

    private Map<String, Series> series(Set<String> slugs, ByPeriod places) {
        var found = new LinkedHashMap<String, Series>();
        if (slugs.isEmpty()) {
            return found;
        }
        var releases = published.latest().values();
        for (var indicator : indicators.findAllByOrderByGroupingAscNameAsc()) {
            if (!slugs.contains(indicator.slug())) {
                continue;
            }
            var definition = indicator.definition();
            var release = releases.stream()
                    .filter(each -> each.slug().equals(definition.dataset()))
                    .findFirst()
                    .orElse(null);
            var table = release == null ? new FigureTable(List.of()) : tables.of(release.id(), definition);
            var at = places.of(table);
            found.put(
                    indicator.slug(),
                    new Series(
                            indicator.id(),
                            indicator.slug(),
                            definition.name(),
                            definition.grouping(),
                            new FigureSpeech(definition.unit(), definition.decimalPlaces()),
                            definition.polarity(),
                            release == null ? null : release.source() + ", " + release.title() + ", " + release.label(),
                            table.periods().stream().map(at::apply).toList()));
        }
        return found;
    }

    private static Year one(FigureTable.@Nullable Cell cell, FigureTable.@Nullable Cell england, int period) {
        return new Year(
                period, value(cell), cell == null ? null : cell.symbol(), value(england), value(cell) == null ? 0 : 1);
    }

    private static @Nullable BigDecimal value(FigureTable.@Nullable Cell cell) {
        return cell == null ? null : cell.value();
    }
}
