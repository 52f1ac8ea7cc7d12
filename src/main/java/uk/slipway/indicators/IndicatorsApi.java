package uk.slipway.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.slipway.accounts.Anyone;
import uk.slipway.datasets.PublishedFigure;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.web.NotFound;

/** Indicators and comparisons for programs. Published figures are public, so that nobody has to sign in to read them. */
@RestController
@Anyone
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class IndicatorsApi {

    private static final int MOST_FIGURES = 10_000;

    private final ShowIndicator showIndicator;

    IndicatorsApi(ShowIndicator showIndicator) {
        this.showIndicator = showIndicator;
    }

    /** Where the figures are from. */
    record ReleaseJson(
            String dataset,
            String title,
            String source,
            int number,
            String label,
            @Nullable LocalDate publishedOn) {

        static @Nullable ReleaseJson of(PublishedFigures.@Nullable PublishedRelease release) {
            return release == null
                    ? null
                    : new ReleaseJson(
                            release.slug(),
                            release.title(),
                            release.source(),
                            release.number(),
                            release.label(),
                            release.publishedOn());
        }
    }

    /** What an indicator means. */
    record IndicatorJson(
            String slug,
            String name,
            String description,
            @Nullable String numerator,
            @Nullable String denominator,
            String unit,
            int decimalPlaces,
            String polarity,
            String dataset,
            String figure,
            Map<String, String> filters,
            String grouping,
            @Nullable LocalDate nextPublication,
            long version,
            @Nullable ReleaseJson release) {}

    record IndicatorsJson(List<IndicatorJson> indicators) {}

    /** A published figure: a value, or the symbol in its place. */
    record ObservationJson(
            int period,
            String level,
            String code,
            String name,
            @Nullable BigDecimal value,
            @Nullable String symbol) {}

    record ObservationsJson(String indicator, @Nullable ReleaseJson release, List<ObservationJson> observations) {}

    record AuthorityJson(String gssCode, String name) {}

    /** A value or a symbol, or neither and the reason. */
    record Answer(
            @Nullable Object value,
            @Nullable String symbol,
            @Nullable String reason) {

        static Answer of(@Nullable Object value, String whenNone) {
            return new Answer(value, null, value == null ? whenNone : null);
        }

        static Answer of(FigureTable.@Nullable Cell cell, String whenNone) {
            return cell == null
                    ? new Answer(null, null, whenNone)
                    : new Answer(
                            cell.value(),
                            cell.symbol(),
                            cell.symbol() == null ? null : FigureWords.symbol(cell.symbol()));
        }
    }

    /** One authority's figure beside the others. */
    record ComparisonJson(
            String indicator,
            AuthorityJson authority,
            int period,
            String neighbourModel,
            @Nullable ReleaseJson release,
            Answer authorityValue,
            Answer neighbourMean,
            Answer regionValue,
            Answer englandValue,
            Answer rank,
            int authoritiesWithData,
            Answer quartileBand,
            Answer change) {}

    @GetMapping("/indicators")
    IndicatorsJson all() {
        return new IndicatorsJson(
                showIndicator.definitions().stream().map(IndicatorsApi::json).toList());
    }

    @GetMapping("/indicators/{slug}")
    IndicatorJson one(@PathVariable String slug) {
        return json(showIndicator.definition(slug));
    }

    @GetMapping("/indicators/{slug}/observations")
    ObservationsJson observations(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable String period) {
        var code = authority == null || authority.isBlank() ? null : showIndicator.authority(authority);
        return new ObservationsJson(
                slug,
                ReleaseJson.of(showIndicator.definition(slug).release()),
                showIndicator.figures(slug).stream()
                        .filter(figure -> code == null || code.id().equals(figure.authority()))
                        .filter(figure -> period == null
                                || period.isBlank()
                                || period.strip().equals(Integer.toString(figure.period())))
                        .limit(MOST_FIGURES)
                        .map(IndicatorsApi::json)
                        .toList());
    }

    @GetMapping("/indicators/{slug}/comparison")
    ResponseEntity<?> comparison(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String neighbours) {
        if (authority == null || authority.isBlank()) {
            return problem(HttpStatus.BAD_REQUEST, "Give the authority by its code: ?authority=E08000001");
        }
        var shown = showIndicator.publicly(slug, authority, neighbours);
        if (neighbours != null
                && !neighbours.isBlank()
                && !neighbours.equals(shown.model().published().toString())) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "The models of statistical neighbours are "
                            + String.join(
                                    ", ",
                                    shown.models().stream()
                                            .map(model -> model.published().toString())
                                            .toList()));
        }
        var at = period == null || period.isBlank()
                ? shown.latest().orElse(null)
                : shown.years().stream()
                        .filter(year -> Integer.toString(year.period()).equals(period.strip()))
                        .findFirst()
                        .orElse(null);
        if (at == null) {
            return problem(
                    HttpStatus.NOT_FOUND,
                    shown.years().isEmpty()
                            ? "Nothing has been published for this indicator"
                            : "There are figures of " + shown.years().getFirst().period() + " to "
                                    + shown.years().getLast().period());
        }
        return ResponseEntity.ok(json(shown, at));
    }

    /** What can be asked, in the format of OpenAPI. */
    @GetMapping("/openapi.json")
    Resource openApi() {
        return new ClassPathResource("openapi/v1.json");
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<ProblemDetail> notFound() {
        return problem(HttpStatus.NOT_FOUND, "There is nothing of this name or code");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    static IndicatorJson json(ShowIndicator.Defined defined) {
        var definition = defined.definition();
        return new IndicatorJson(
                defined.slug(),
                definition.name(),
                definition.description(),
                definition.numerator(),
                definition.denominator(),
                definition.unit().inWords(),
                definition.decimalPlaces(),
                definition.polarity().name().toLowerCase(Locale.ROOT),
                definition.dataset(),
                definition.figure(),
                definition.filters(),
                definition.grouping(),
                definition.nextPublication(),
                defined.version(),
                ReleaseJson.of(defined.release()));
    }

    private static ObservationJson json(PublishedFigure figure) {
        return new ObservationJson(
                figure.period(),
                switch (figure.level()) {
                    case NATIONAL -> "National";
                    case REGIONAL -> "Regional";
                    case LOCAL_AUTHORITY -> "Local authority";
                },
                figure.code(),
                figure.name(),
                figure.value(),
                figure.symbol());
    }

    private static ComparisonJson json(ShowIndicator.Shown shown, Compared at) {
        var authority = Objects.requireNonNull(shown.authority());
        var own = at.own();
        boolean noValue = own == null || own.value() == null;
        var noRank = noValue
                ? "The authority has no figure for this period"
                : "Neither a high nor a low figure is good in itself";
        return new ComparisonJson(
                shown.slug(),
                new AuthorityJson(authority.gssCode(), authority.name()),
                at.period(),
                shown.model().published().toString(),
                ReleaseJson.of(shown.release()),
                Answer.of(own, "Nothing was published for this authority and period"),
                Answer.of(
                        at.neighbours(),
                        shown.neighbours().isEmpty()
                                ? "The model does not know this authority"
                                : "None of the neighbours has a figure for this period"),
                Answer.of(at.region(), "Nothing was published for the region and period"),
                Answer.of(at.england(), "Nothing was published for England and this period"),
                Answer.of(at.rank(), noRank),
                at.ranked(),
                Answer.of(at.band() == null ? null : at.band().name(), noRank),
                Answer.of(
                        at.change(),
                        noValue
                                ? "The authority has no figure for this period"
                                : "The authority has no figure for the period a year before"));
    }
}
