package uk.slipway.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.Comparison;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.indicators.Polarity;
import uk.slipway.indicators.Spread;
import uk.slipway.indicators.StripPicture;
import uk.slipway.indicators.TrendPicture;
import uk.slipway.kernel.Quarter;
import uk.slipway.kernel.Suppression;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.Crumb;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.Option;
import uk.slipway.web.Words;

/** One quarterly indicator across authorities and quarters, with names inside the region, with letters for public papers. */
@Controller
@SignedIn
class ComparedReturnsController {

    private static final Words WORDS = new Words();
    private static final int MOST_LABELS = 5;
    private static final String LEFT_OUT =
            "What counts fewer than %d, but more than none, is shown as c to whoever is neither of that authority nor"
                    + " of the regional team, and so are others from which it could be worked out. They are in the"
                    + " region’s figure.";

    private final ShowReturns show;
    private final Anonymise anonymise;
    private final LocalAuthorities authorities;

    ComparedReturnsController(ShowReturns show, Anonymise anonymise, LocalAuthorities authorities) {
        this.show = show;
        this.anonymise = anonymise;
        this.authorities = authorities;
    }

    record ChoiceForm(@Nullable String authority) {}

    record IndicatorPage(
            UUID id,
            String title,
            String name,
            String description,
            @Nullable String counted,
            @Nullable String outOf,
            String unit,
            String polarity,
            String finding,
            @Nullable String standing,
            @Nullable TrendPicture trend,
            @Nullable StripPicture strip,
            String stripTitle,
            List<String> columns,
            List<Line> lines,
            List<String> regionCells,
            String region,
            boolean ranked,
            String worked,
            List<Note> notes,
            List<Paper> papers,
            List<Option> choices,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Line(String name, String address, List<String> cells, String place, boolean own) {}

    record Note(String authority, String words) {}

    record Paper(String months, String address) {}

    @GetMapping("/returns/indicators/{id}")
    ModelAndView indicator(
            Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String authority) {
        var over = show.indicator(viewer, id);
        var page = page(viewer, over, authority);
        return new ModelAndView(
                "returns/indicator",
                Map.of("page", page, "form", new ChoiceForm(Objects.requireNonNullElse(authority, ""))));
    }

    private IndicatorPage page(Viewer viewer, ShowReturns.Over over, @Nullable String chosenCode) {
        var definition = over.indicator().definition();
        var speech = definition.speech();
        var byQuarter = new TreeMap<Quarter, List<ReturnRows.Placed>>();
        over.figures()
                .forEach(placed -> byQuarter
                        .computeIfAbsent(placed.quarter().quarter(), any -> new ArrayList<>())
                        .add(placed));
        var quarters = new ArrayList<>(byQuarter.keySet());
        var byAuthority = new LinkedHashMap<LocalAuthority, Map<Quarter, Figure>>();
        over.figures().stream()
                .sorted(Comparator.comparing(
                        placed -> authorities.get(placed.answer().authority()).name()))
                .forEach(placed -> byAuthority
                        .computeIfAbsent(authorities.get(placed.answer().authority()), any -> new HashMap<>())
                        .put(placed.quarter().quarter(), placed.figure()));
        var own = chosen(viewer, byAuthority.keySet(), chosenCode);
        var region = new TreeMap<>(over.named().region());
        var latest = quarters.stream()
                .filter(quarter -> !values(byAuthority, definition, quarter).isEmpty())
                .reduce((earlier, later) -> later)
                .orElse(null);
        var values = latest == null ? List.<BigDecimal>of() : values(byAuthority, definition, latest);
        var places = new Spread(values);
        var regionName = over.figures().isEmpty()
                ? "Region"
                : show.regionName(over.figures().getFirst().quarter());
        boolean ranked = definition.polarity() != Polarity.NONE && !values.isEmpty();
        var finding = finding(definition, own, byAuthority, region, latest, regionName, values.size());
        return new IndicatorPage(
                over.indicator().indicator(),
                definition.name() + (own == null ? "" : ": " + own.name()),
                definition.name(),
                definition.description(),
                definition.numerator(),
                definition.denominator(),
                definition.unit().inWords(),
                definition.polarity().inWords(),
                finding,
                standing(definition, own, byAuthority, latest, values, places),
                latest == null ? null : trend(definition, own, byAuthority, region, withGaps(quarters), regionName),
                values.size() < 2 || latest == null
                        ? null
                        : StripPicture.of(
                                values, named(own, byAuthority, region, latest, regionName, definition), speech),
                latest == null ? "" : "Every authority with a figure, " + latest.months(),
                quarters.stream().map(Quarter::label).toList(),
                byAuthority.entrySet().stream()
                        .map(entry -> line(
                                entry.getKey(),
                                entry.getValue(),
                                quarters,
                                definition,
                                latest,
                                places,
                                values.size(),
                                entry.getKey().equals(own)))
                        .toList(),
                quarters.stream()
                        .map(quarter -> {
                            var figure = region.get(quarter);
                            return figure != null
                                    ? speech.cell(figure.value(), null)
                                    : isLeftOut(byQuarter.getOrDefault(quarter, List.of())) ? "c" : "no figure";
                        })
                        .toList(),
                regionName,
                ranked,
                RegionsFigure.inWords(definition) + " Figures that are missing or suppressed take no part."
                        + (over.named().left() > 0 ? " " + LEFT_OUT.formatted(definition.threshold()) : "")
                        + (ranked
                                ? " The place counts the authorities that are better; equal ones share a place."
                                : definition.polarity() == Polarity.NONE
                                        ? " Neither high nor low is good in itself, so there is no place."
                                        : ""),
                notes(byQuarter),
                byQuarter.descendingMap().values().stream()
                        .map(placed -> placed.getFirst().quarter())
                        .map(quarter -> new Paper(
                                quarter.quarter().months(),
                                "/returns/" + quarter.id() + "/anonymised/"
                                        + over.indicator().indicator()))
                        .toList(),
                byAuthority.keySet().stream()
                        .map(one -> Option.of(one.gssCode(), one.label()))
                        .toList(),
                whoCanSee(over),
                List.of(ReturnsController.ALL));
    }

    private @Nullable LocalAuthority chosen(Viewer viewer, Collection<LocalAuthority> there, @Nullable String code) {
        return there.stream()
                .filter(one ->
                        code == null ? viewer.worksFor(one.id()) : one.gssCode().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal worth(
            QuarterlyDefinition definition, Map<Quarter, Figure> figures, Quarter quarter) {
        var figure = figures.get(quarter);
        return figure == null ? null : figure.worth(definition);
    }

    private static List<BigDecimal> values(
            Map<LocalAuthority, Map<Quarter, Figure>> figures, QuarterlyDefinition definition, Quarter quarter) {
        return figures.values().stream()
                .map(its -> worth(definition, its, quarter))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** What the figures say, in a sentence; never which is better where neither is. */
    private static String finding(
            QuarterlyDefinition definition,
            @Nullable LocalAuthority own,
            Map<LocalAuthority, Map<Quarter, Figure>> figures,
            Map<Quarter, RegionsFigure> region,
            @Nullable Quarter latest,
            String regionName,
            int with) {
        if (latest == null) {
            return "No authority has a figure for this yet";
        }
        var speech = definition.speech();
        if (own != null) {
            var its = figures.getOrDefault(own, Map.of());
            var value = worth(definition, its, latest);
            if (value == null) {
                var figure = its.get(latest);
                return own.name() + " has no figure for " + latest.months()
                        + (figure == null ? "" : ": " + AuthorityReturnPages.words(definition, figure));
            }
            var before = worth(definition, its, latest.previous());
            return own.name() + ": " + speech.cell(value, null) + " in " + latest.months()
                    + (before == null ? "" : ", " + speech.change(value.subtract(before)) + " on the quarter before");
        }
        var together = region.get(latest);
        return together == null
                ? WORDS.count(with, "authority has", "authorities have") + " a figure that can be shown, "
                        + latest.months()
                : regionName + ": " + speech.cell(together.value(), null) + " in " + latest.months() + ", from "
                        + together.authorities() + " of "
                        + WORDS.count(figures.size(), "authority", "authorities");
    }

    private static @Nullable String standing(
            QuarterlyDefinition definition,
            @Nullable LocalAuthority own,
            Map<LocalAuthority, Map<Quarter, Figure>> figures,
            @Nullable Quarter latest,
            List<BigDecimal> values,
            Spread places) {
        if (latest == null || values.size() < 2) {
            return null;
        }
        var speech = definition.speech();
        var spread = "The " + values.size() + " authorities with a figure go from "
                + speech.cell(values.getFirst(), null) + " to " + speech.cell(values.getLast(), null)
                + ", the middle one is " + speech.cell(BigDecimal.valueOf(Comparison.median(values)), null) + ".";
        var value = own == null ? null : worth(definition, figures.getOrDefault(own, Map.of()), latest);
        var rank =
                value == null ? null : places.rank(value, definition.polarity()).orElse(null);
        return own == null || rank == null
                ? spread
                : spread + " " + own.name() + " is in place " + rank + " of " + values.size() + ".";
    }

    /** Whether there would be a region's figure, but for a small number that it would give away. */
    private static boolean isLeftOut(List<ReturnRows.Placed> figures) {
        return figures.stream()
                .map(ReturnRows.Placed::figure)
                .anyMatch(figure ->
                        figure.equals(Figure.SUPPRESSED) || figure.numerator() != null || figure.value() != null);
    }

    /** Every quarter from the first to the last, so that a line breaks where a quarter was not asked for. */
    private static List<Quarter> withGaps(List<Quarter> quarters) {
        return Stream.iterate(quarters.getFirst(), quarter -> quarter.compareTo(quarters.getLast()) <= 0, Quarter::next)
                .toList();
    }

    private static TrendPicture trend(
            QuarterlyDefinition definition,
            @Nullable LocalAuthority own,
            Map<LocalAuthority, Map<Quarter, Figure>> figures,
            Map<Quarter, RegionsFigure> region,
            List<Quarter> quarters,
            String regionName) {
        var series = new ArrayList<TrendPicture.Series>();
        var symbols = new ArrayList<@Nullable String>();
        series.add(new TrendPicture.Series(regionName, own == null ? "own" : "others", values(quarters, quarter -> {
            var figure = region.get(quarter);
            return figure == null ? null : figure.value();
        })));
        if (own != null) {
            var its = figures.getOrDefault(own, Map.of());
            series.add(new TrendPicture.Series(
                    own.name(), "own", values(quarters, quarter -> worth(definition, its, quarter))));
        }
        for (var quarter : quarters) {
            var figure =
                    own == null ? null : figures.getOrDefault(own, Map.of()).get(quarter);
            symbols.add(figure == null ? null : figure.symbol());
        }
        return TrendPicture.of(series, labels(quarters), symbols, definition.decimalPlaces());
    }

    /** What stands below a line's points; where they are many every other one, counted from the last. */
    private static List<String> labels(List<Quarter> quarters) {
        boolean many = quarters.size() > MOST_LABELS;
        var labels = new ArrayList<String>();
        for (int at = 0; at < quarters.size(); at++) {
            var quarter = quarters.get(at);
            labels.add(
                    many && (quarters.size() - 1 - at) % 2 == 1
                            ? ""
                            : "Q" + quarter.number() + " " + quarter.label().substring(5));
        }
        return labels;
    }

    private static List<@Nullable Double> values(List<Quarter> quarters, Function<Quarter, @Nullable BigDecimal> of) {
        var values = new ArrayList<@Nullable Double>();
        for (var quarter : quarters) {
            var value = of.apply(quarter);
            values.add(value == null ? null : value.doubleValue());
        }
        return values;
    }

    private static List<StripPicture.Named> named(
            @Nullable LocalAuthority own,
            Map<LocalAuthority, Map<Quarter, Figure>> figures,
            Map<Quarter, RegionsFigure> region,
            Quarter latest,
            String regionName,
            QuarterlyDefinition definition) {
        var named = new ArrayList<StripPicture.Named>();
        var value = own == null ? null : worth(definition, figures.getOrDefault(own, Map.of()), latest);
        if (own != null && value != null) {
            named.add(new StripPicture.Named(own.name(), "own", value));
        }
        var together = region.get(latest);
        // A sum lies far outside the authorities that make it up.
        if (together != null && !definition.isCount()) {
            named.add(new StripPicture.Named(regionName, "second", together.value()));
        }
        return named;
    }

    private static Line line(
            LocalAuthority authority,
            Map<Quarter, Figure> its,
            List<Quarter> quarters,
            QuarterlyDefinition definition,
            @Nullable Quarter latest,
            Spread places,
            int with,
            boolean own) {
        var value = latest == null ? null : worth(definition, its, latest);
        return new Line(
                authority.label(),
                "?authority=" + authority.gssCode(),
                quarters.stream()
                        .map(quarter -> {
                            var figure = its.get(quarter);
                            return figure == null ? "not submitted" : AuthorityReturnPages.words(definition, figure);
                        })
                        .toList(),
                value == null
                        ? ""
                        : places.rank(value, definition.polarity())
                                .map(rank -> rank + " of " + with)
                                .orElse(""),
                own);
    }

    private List<Note> notes(TreeMap<Quarter, List<ReturnRows.Placed>> byQuarter) {
        return byQuarter.isEmpty()
                ? List.of()
                : Objects.requireNonNull(byQuarter.lastEntry()).getValue().stream()
                        .filter(placed -> placed.figure().note() != null)
                        .map(placed -> new Note(
                                authorities.get(placed.answer().authority()).name(),
                                Objects.requireNonNull(placed.figure().note())))
                        .sorted(Comparator.comparing(Note::authority))
                        .toList();
    }

    private List<String> whoCanSee(ShowReturns.Over over) {
        var today = show.today();
        boolean provisional = over.figures().stream()
                .anyMatch(placed ->
                        !placed.quarter().isReleasedOn(today) || placed.answer().state() != ReturnState.ACCEPTED);
        var small = "Small numbers: the authority itself and the regional team.";
        return provisional
                ? List.of(
                        "Some figures are provisional: the region’s authorities and the regional team see them.",
                        "Everybody who signs in sees what is accepted and released.",
                        small)
                : List.of("Everybody who signs in: these figures are released.", small);
    }

    /** The figures of the page, with the column names of Explore education statistics. */
    @GetMapping("/returns/indicators/{id}/figures.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @PathVariable UUID id) {
        var over = show.indicator(viewer, id);
        return CsvDownload.answer(
                "quarterly-indicator",
                ReturnFile.FIGURES,
                over.figures().stream()
                        .map(placed -> ReturnsController.figureRow(placed, authorities, show.today()))
                        .toList());
    }

    record AnonymousPage(
            UUID id,
            UUID indicator,
            String title,
            String name,
            String months,
            String description,
            String status,
            String finding,
            @Nullable BarPicture picture,
            List<AnonymousLine> lines,
            @Nullable String total,
            String totalWords,
            List<String> remarks,
            boolean tooFew,
            List<String> worked,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record AnonymousLine(String letter, String value) {}

    @GetMapping("/returns/{id}/anonymised/{indicator}")
    ModelAndView anonymised(Viewer viewer, @PathVariable UUID id, @PathVariable UUID indicator) {
        var found = show.anonymous(viewer, id, indicator);
        var view = anonymise.of(found.figures());
        var definition = found.indicator().definition();
        var speech = definition.speech();
        var months = found.quarter().quarter().months();
        var remarks = new ArrayList<String>();
        if (found.notAccepted() > 0) {
            remarks.add(WORDS.count(found.notAccepted(), "return is", "returns are")
                    + " not accepted yet. Wait for all of them before you publish: whoever knows who was late can tell"
                    + " afterwards which line is new.");
        }
        if (view.without() > 0) {
            remarks.add(WORDS.count(view.without(), "authority has", "authorities have") + " no figure.");
        }
        if (view.left() > 0) {
            remarks.add(WORDS.count(view.left(), "figure is", "figures are") + " left out and shown as c.");
        }
        var page = new AnonymousPage(
                id,
                indicator,
                "Anonymised: " + definition.name() + ", " + months,
                definition.name(),
                months,
                definition.description(),
                ReturnsController.status(found.quarter(), show.today()),
                anonymousFinding(view, speech, months),
                view.tooFew() ? null : BarPicture.of(view.lines(), speech),
                view.lines().stream()
                        .map(line -> new AnonymousLine(
                                line.letter(), line.value() == null ? "c" : speech.cell(line.value(), null)))
                        .toList(),
                view.total() == null ? null : totalCell(view.total(), speech),
                show.regionName(found.quarter()),
                remarks,
                view.tooFew(),
                worked(definition),
                List.of(
                        "This page: whoever may see the figures with their names.",
                        "What is printed or downloaded from it may stand in a public paper."),
                List.of(ReturnsController.ALL, new Crumb(definition.name(), "/returns/indicators/" + indicator)));
        return new ModelAndView("returns/anonymised", Map.of("page", page));
    }

    private static String totalCell(RegionsFigure total, FigureSpeech speech) {
        return speech.cell(total.value(), null)
                + (total.counted() == null
                        ? ""
                        : " (" + FigureCheck.plain(total.counted()) + " of " + FigureCheck.plain(total.outOf()) + ")");
    }

    private static String anonymousFinding(Anonymise.View view, FigureSpeech speech, String months) {
        if (view.tooFew()) {
            return "Too few authorities have an accepted figure to hide them behind letters";
        }
        var values = view.lines().stream()
                .map(Anonymise.Line::value)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return values.isEmpty()
                ? "No figure of " + months + " can be shown"
                : "From " + speech.cell(values.getFirst(), null) + " to " + speech.cell(values.getLast(), null)
                        + " among the " + values.size() + " authorities shown, " + months;
    }

    private static List<String> worked(QuarterlyDefinition definition) {
        var words = new ArrayList<String>();
        words.add("Only accepted figures are here. The letters are shuffled by a secret of this installation: the same"
                + " at every printing, and different for every quarter and every indicator, so that a letter cannot be"
                + " followed. Fewer than " + Anonymise.FEWEST_AUTHORITIES + " authorities are not shown at all.");
        words.add(
                definition.threshold() > 0 && definition.countsSomething()
                        ? Suppression.IN_WORDS.formatted(definition.threshold())
                        : "For this indicator no small-number threshold is set, so nothing is left out but what an"
                                + " authority itself has suppressed.");
        words.add(RegionsFigure.inWords(definition));
        return words;
    }

    /** The anonymised figures, rounded as they are shown. */
    @GetMapping("/returns/{id}/anonymised/{indicator}/figures.csv")
    ResponseEntity<byte[]> anonymisedCsv(Viewer viewer, @PathVariable UUID id, @PathVariable UUID indicator) {
        var found = show.anonymous(viewer, id, indicator);
        var view = anonymise.of(found.figures());
        var definition = found.indicator().definition();
        var quarter = found.quarter().quarter();
        var rows = new ArrayList<List<String>>();
        view.lines()
                .forEach(line -> rows.add(
                        anonymousRow(found, quarter, "Local authority", line.letter(), line.value(), definition)));
        if (!view.tooFew()) {
            rows.add(anonymousRow(
                    found,
                    quarter,
                    "Regional",
                    "",
                    view.total() == null ? null : view.total().value(),
                    definition));
        }
        return CsvDownload.answer("anonymised-" + quarter.slug(), ReturnFile.ANONYMISED, rows);
    }

    private List<String> anonymousRow(
            ShowReturns.Anonymous found,
            Quarter quarter,
            String level,
            String letter,
            @Nullable BigDecimal value,
            QuarterlyDefinition definition) {
        return List.of(
                quarter.timePeriod(),
                quarter.timeIdentifier(),
                level,
                "E92000001",
                "England",
                found.quarter().region().value(),
                show.regionName(found.quarter()),
                letter,
                CsvDownload.harmless(definition.name()),
                value == null
                        ? "c"
                        : value.setScale(definition.decimalPlaces(), RoundingMode.HALF_UP)
                                .toPlainString());
    }
}
