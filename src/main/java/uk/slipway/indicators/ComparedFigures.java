package uk.slipway.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.StatisticalNeighbour;

/** The latest figures of many authorities at once, for the rooms that put them in front of people. */
@Component
public class ComparedFigures {

    private final Indicators indicators;
    private final PublishedFigures published;
    private final FigureTables tables;
    private final LocalAuthorities authorities;

    ComparedFigures(
            Indicators indicators, PublishedFigures published, FigureTables tables, LocalAuthorities authorities) {
        this.indicators = indicators;
        this.published = published;
        this.tables = tables;
        this.authorities = authorities;
    }

    /** An indicator that can be chosen. */
    public record Choice(
            IndicatorId id,
            String slug,
            String name,
            String grouping,
            Unit unit,
            int decimalPlaces,
            Polarity polarity) {}

    /** Every indicator, by heading and name; one statement. */
    public List<Choice> choices() {
        return indicators.findAllByOrderByGroupingAscNameAsc().stream()
                .map(indicator -> new Choice(
                        indicator.id(),
                        indicator.slug(),
                        indicator.definition().name(),
                        indicator.definition().grouping(),
                        indicator.definition().unit(),
                        indicator.definition().decimalPlaces(),
                        indicator.definition().polarity()))
                .toList();
    }

    /**
     * The latest figure of each chosen indicator for each authority, authority by authority, by heading and name. The
     * statements do not depend on how many authorities there are: two, and one for each indicator that is not in memory.
     */
    public List<ComparedFigure> latest(Collection<LocalAuthority> of, Set<IndicatorId> chosen) {
        var releases = published.latest().values();
        var found = new ArrayList<ComparedFigure>();
        for (var indicator : indicators.findAllByOrderByGroupingAscNameAsc()) {
            if (!chosen.contains(indicator.id())) {
                continue;
            }
            var definition = indicator.definition();
            var release = releases.stream()
                    .filter(each -> each.slug().equals(definition.dataset()))
                    .findFirst()
                    .orElse(null);
            var table = release == null ? new FigureTable(List.of()) : tables.of(release.id(), definition);
            for (var authority : of) {
                found.add(compared(authority, indicator, release, table));
            }
        }
        return found;
    }

    private ComparedFigure compared(
            LocalAuthority authority,
            Indicator indicator,
            PublishedFigures.@Nullable PublishedRelease release,
            FigureTable table) {
        var definition = indicator.definition();
        var neighbours = authorities
                .neighboursOf(authority.id(), authorities.neighbourModels().getFirst())
                .stream()
                .map(StatisticalNeighbour::authority)
                .toList();
        var periods = table.periods();
        var latest = periods.isEmpty()
                ? null
                : Compared.of(
                        table, definition.polarity(), authority, authority.region(), neighbours, periods.getLast());
        return new ComparedFigure(
                authority.id(),
                indicator.id(),
                indicator.slug(),
                definition.name(),
                definition.grouping(),
                definition.unit(),
                definition.decimalPlaces(),
                definition.polarity(),
                latest == null ? null : latest.period(),
                latest == null ? null : value(latest.own()),
                latest == null ? null : symbol(latest.own()),
                latest == null ? null : latest.neighbours(),
                latest == null ? null : value(latest.region()),
                latest == null ? null : symbol(latest.region()),
                latest == null ? null : value(latest.england()),
                latest == null ? null : symbol(latest.england()),
                latest == null ? null : latest.rank(),
                latest == null ? 0 : latest.ranked(),
                latest == null ? null : latest.band(),
                latest == null ? null : latest.change(),
                release == null || latest == null
                        ? null
                        : release.source() + ", " + release.title() + ", " + release.label(),
                release == null || latest == null ? null : release.publishedOn(),
                periods.stream()
                        .map(period -> new ComparedFigure.Year(
                                period,
                                value(table.of(authority.id(), period)),
                                definition.isCount() ? null : value(table.england(period))))
                        .toList());
    }

    private static @Nullable BigDecimal value(FigureTable.@Nullable Cell cell) {
        return cell == null ? null : cell.value();
    }

    private static @Nullable String symbol(FigureTable.@Nullable Cell cell) {
        return cell == null ? null : cell.symbol();
    }
}
