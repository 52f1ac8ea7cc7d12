package uk.slipway.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.Region;
import uk.slipway.region.RegionCode;

/**
 * The state of a region: every indicator's latest figures of the region and its authorities, beside England and the other
 * regions. Figures and definitions are public.
 */
@UseCase(readOnly = true)
class ShowState {

    /**
     * A region and what is published of it.
     *
     * @param authorities that exist today, by name
     * @param lines one for each indicator, by heading and name
     */
    record State(Region region, List<Region> regions, List<LocalAuthority> authorities, List<Line> lines) {}

    /**
     * One indicator at its latest period.
     *
     * @param change of the region since the year before, where both have a figure
     * @param englandChange the same of England
     * @param place of the region among the regions with a figure, 1 the best; null where no direction is good
     * @param regions how many regions have a figure
     * @param bands how many of the region's authorities stand in each quarter of England's; empty where no direction is good
     * @param withData how many of the region's authorities have a figure
     */
    record Line(
            String slug,
            Definition definition,
            PublishedFigures.@Nullable PublishedRelease release,
            int period,
            FigureTable.@Nullable Cell region,
            FigureTable.@Nullable Cell england,
            @Nullable BigDecimal change,
            @Nullable BigDecimal englandChange,
            @Nullable Integer place,
            int regions,
            Map<Band, Integer> bands,
            int withData,
            List<Standing> authorities) {}

    /**
     * How one authority stands in an indicator.
     *
     * @param own its value or symbol, or null where nothing was published for it
     * @param band its quarter of England's authorities; null where no direction is good or it has no value
     * @param change since the year before, where both have a figure
     */
    record Standing(
            FigureTable.@Nullable Cell own,
            @Nullable Band band,
            @Nullable BigDecimal change) {}

    private final ShowIndicator showIndicator;
    private final FigureTables tables;
    private final LocalAuthorities authorities;
    private final Clock clock;

    ShowState(ShowIndicator showIndicator, FigureTables tables, LocalAuthorities authorities, Clock clock) {
        this.showIndicator = showIndicator;
        this.tables = tables;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** @param code of a region; another is read as the viewer's own, or the first where they have none */
    State show(Viewer viewer, @Nullable String code) {
        var regions = authorities.regions();
        var region = regions.stream()
                .filter(one -> one.code().value().equals(code))
                .findFirst()
                .or(() -> regions.stream()
                        .filter(one -> one.code().equals(viewer.region()))
                        .findFirst())
                .orElseGet(regions::getFirst);
        var members = authorities.in(region.code(), LondonTime.today(clock)).stream()
                .filter(authority -> !authority.fictitious())
                .toList();
        var lines = new ArrayList<Line>();
        for (var defined : showIndicator.definitions()) {
            var release = defined.release();
            var table = release == null ? new FigureTable(List.of()) : tables.of(release.id(), defined.definition());
            if (!table.isEmpty()) {
                lines.add(line(defined, table, region.code(), regions, members));
            }
        }
        return new State(region, regions, members, lines);
    }

    private static Line line(
            ShowIndicator.Defined defined,
            FigureTable table,
            RegionCode region,
            List<Region> regions,
            List<LocalAuthority> members) {
        var polarity = defined.definition().polarity();
        int period = table.periods().getLast();
        int before = Comparison.yearBefore(period);
        var own = table.of(region, period);
        var value = value(own);
        var ofRegions = regions.stream()
                .map(one -> value(table.of(one.code(), period)))
                .filter(Objects::nonNull)
                .toList();
        var standings = standings(table, polarity, members, period);
        var bands = new EnumMap<Band, Integer>(Band.class);
        int withData = 0;
        for (var one : standings) {
            if (one.band() != null) {
                bands.merge(one.band(), 1, Integer::sum);
            }
            if (value(one.own()) != null) {
                withData++;
            }
        }
        return new Line(
                defined.slug(),
                defined.definition(),
                defined.release(),
                period,
                own,
                table.england(period),
                difference(value, value(table.of(region, before))),
                difference(value(table.england(period)), value(table.england(before))),
                value == null
                        ? null
                        : new Spread(ofRegions).rank(value, polarity).orElse(null),
                ofRegions.size(),
                bands,
                withData,
                standings);
    }

    private static List<Standing> standings(
            FigureTable table, Polarity polarity, List<LocalAuthority> members, int period) {
        var now = table.authorities(period);
        var before = table.authorities(Comparison.yearBefore(period));
        var spread = table.spread(period);
        var standings = new ArrayList<Standing>();
        for (var member : members) {
            var own = now.get(member.id());
            var value = value(own);
            standings.add(
                    value == null
                            ? new Standing(own, null, null)
                            : new Standing(
                                    own,
                                    spread.band(value, polarity).orElse(null),
                                    difference(value, value(before.get(member.id())))));
        }
        return standings;
    }

    private static @Nullable BigDecimal value(FigureTable.@Nullable Cell cell) {
        return cell == null ? null : cell.value();
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null ? null : now.subtract(before);
    }
}
