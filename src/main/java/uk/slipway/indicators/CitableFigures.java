package uk.slipway.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.StatisticalNeighbour;

/** Published figures for whoever rests a sentence on one: found by words, read with what they mean, and read again later. */
@Component
public class CitableFigures {

    /** More than these are not found at once. */
    public static final int MOST = 50;

    /** An indicator with the authority's latest figure. */
    public record Choice(String slug, String name, String grouping, String latest) {}

    /**
     * One figure of an authority, as it can be kept.
     *
     * @param period such as 2025 or 202425
     * @param value its value, or null where a symbol stands in its place
     * @param words the value in its unit, or what its symbol means
     * @param comparators neighbours, region and England in the same period, in words
     * @param source who published it in what
     * @param release the number of the release in its data set
     * @param periods every period in which the authority has a figure, newest first
     */
    public record Figure(
            String slug,
            String name,
            String description,
            int period,
            @Nullable BigDecimal value,
            @Nullable String symbol,
            String words,
            String comparators,
            String source,
            int release,
            @Nullable LocalDate published,
            List<Integer> periods) {

        public Figure {
            periods = List.copyOf(periods);
        }

        public String periodInWords() {
            return inWords(period);
        }
    }

    /** Which figure: an indicator's, of a period. */
    public record Which(String slug, int period) {}

    /** Which figure of which authority. */
    public record WhichOf(LocalAuthorityId authority, Which which) {}

    /**
     * A figure as it is published now.
     *
     * @param newest the newest period in which the authority has a figure
     * @param newestWords the figure of that period
     */
    public record Now(
            @Nullable BigDecimal value, @Nullable String symbol, String words, int newest, String newestWords) {}

    private final Indicators indicators;
    private final PublishedFigures published;
    private final FigureTables tables;
    private final LocalAuthorities authorities;

    CitableFigures(
            Indicators indicators, PublishedFigures published, FigureTables tables, LocalAuthorities authorities) {
        this.indicators = indicators;
        this.published = published;
        this.tables = tables;
        this.authorities = authorities;
    }

    /** 2025, or 2024/25 for a period that spans two years. */
    public static String inWords(int period) {
        return FigureWords.period(period);
    }

    /** The indicators in which the authority has a figure and whose words hold every word that was typed; all, for none. */
    public List<Choice> search(String typed, LocalAuthorityId of) {
        var words = Arrays.stream(typed.strip().toLowerCase(Locale.UK).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var releases = published.latest().values();
        var found = new ArrayList<Choice>();
        for (var indicator : indicators.findAllByOrderByGroupingAscNameAsc()) {
            var definition = indicator.definition();
            var text = (definition.name() + " " + definition.description() + " " + definition.grouping())
                    .toLowerCase(Locale.UK);
            if (found.size() == MOST || !words.stream().allMatch(text::contains)) {
                continue;
            }
            releases.stream()
                    .filter(release -> release.slug().equals(definition.dataset()))
                    .findFirst()
                    .map(release -> tables.of(release.id(), definition))
                    .ifPresent(table -> periods(table, of).stream()
                            .findFirst()
                            .ifPresent(period -> found.add(new Choice(
                                    indicator.slug(),
                                    definition.name(),
                                    definition.grouping(),
                                    FigureWords.cell(table.of(of, period), definition) + " in "
                                            + FigureWords.period(period)))));
        }
        return found;
    }

    /**
     * One figure; empty where there is no such indicator, or the authority has none in it.
     *
     * @param period or null for the newest
     */
    public Optional<Figure> figure(LocalAuthorityId of, String slug, @Nullable Integer period) {
        var indicator = indicators.findBySlug(slug).orElse(null);
        var authority = authorities.find(of).orElse(null);
        if (indicator == null || authority == null) {
            return Optional.empty();
        }
        var definition = indicator.definition();
        var release = published.latest(definition.dataset()).orElse(null);
        if (release == null) {
            return Optional.empty();
        }
        var table = tables.of(release.id(), definition);
        var periods = periods(table, of);
        if (periods.isEmpty() || period != null && !periods.contains(period)) {
            return Optional.empty();
        }
        int chosen = period == null ? periods.getFirst() : period;
        var own = table.of(of, chosen);
        return own == null
                ? Optional.empty()
                : Optional.of(new Figure(
                        slug,
                        definition.name(),
                        definition.description(),
                        chosen,
                        own.value(),
                        own.symbol(),
                        FigureWords.cell(own, definition),
                        comparators(table, definition, authority, chosen),
                        release.source() + ", " + release.title() + ", " + release.label(),
                        release.number(),
                        release.publishedOn(),
                        periods));
    }

    /** The same figures as they are published now, in a fixed number of statements; what is published no more is absent. */
    public Map<Which, Now> now(LocalAuthorityId of, Collection<Which> figures) {
        var found = new HashMap<Which, Now>();
        now(figures.stream().map(which -> new WhichOf(of, which)).toList())
                .forEach((which, now) -> found.put(which.which(), now));
        return found;
    }

    /** The same of several authorities. */
    public Map<WhichOf, Now> now(Collection<WhichOf> figures) {
        if (figures.isEmpty()) {
            return Map.of();
        }
        var releases = published.latest().values();
        var found = new HashMap<WhichOf, Now>();
        for (var indicator : indicators.findAllByOrderByGroupingAscNameAsc()) {
            var asked = figures.stream()
                    .filter(which -> which.which().slug().equals(indicator.slug()))
                    .toList();
            if (asked.isEmpty()) {
                continue;
            }
            var definition = indicator.definition();
            releases.stream()
                    .filter(release -> release.slug().equals(definition.dataset()))
                    .findFirst()
                    .map(release -> tables.of(release.id(), definition))
                    .ifPresent(table -> asked.forEach(one -> now(table, definition, one.authority(), one.which())
                            .ifPresent(now -> found.put(one, now))));
        }
        return found;
    }

    private static Optional<Now> now(FigureTable table, Definition definition, LocalAuthorityId of, Which which) {
        var own = table.of(of, which.period());
        var periods = periods(table, of);
        if (own == null || periods.isEmpty()) {
            return Optional.empty();
        }
        int newest = periods.getFirst();
        return Optional.of(new Now(
                own.value(),
                own.symbol(),
                FigureWords.cell(own, definition),
                newest,
                FigureWords.cell(table.of(of, newest), definition)));
    }

    private String comparators(FigureTable table, Definition definition, LocalAuthority authority, int period) {
        var model = authorities.neighbourModels().getFirst();
        var neighbours = authorities.neighboursOf(authority.id(), model).stream()
                .map(StatisticalNeighbour::authority)
                .toList();
        var compared = Compared.of(table, definition.polarity(), authority, authority.region(), neighbours, period);
        var mean = compared.neighbours();
        return "Statistical neighbours (" + model.inWords() + ") "
                + (mean == null ? "no figure" : FigureWords.value(mean, definition)) + ", "
                + authorities.region(authority.region()).name() + " "
                + FigureWords.cell(compared.region(), definition) + ", England "
                + FigureWords.cell(compared.england(), definition);
    }

    /** The periods in which the authority has a value or a symbol, newest first. */
    private static List<Integer> periods(FigureTable table, LocalAuthorityId of) {
        return table.periods().reversed().stream()
                .filter(period -> table.of(of, period) != null)
                .toList();
    }
}
