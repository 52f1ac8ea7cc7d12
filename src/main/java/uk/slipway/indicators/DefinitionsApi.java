package uk.slipway.indicators;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.web.ApiProblem;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;

/** What the regional data lead does with definitions in the browser, for a program with their token. */
@RestController
@RegionalTeamOnly
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class DefinitionsApi {

    private final PrepareDefinition prepare;
    private final DefineIndicator defineIndicator;
    private final ShowIndicator showIndicator;

    DefinitionsApi(PrepareDefinition prepare, DefineIndicator defineIndicator, ShowIndicator showIndicator) {
        this.prepare = prepare;
        this.defineIndicator = defineIndicator;
        this.showIndicator = showIndicator;
    }

    /**
     * A definition as it is sent: the fields of the answer to GET, and none that follow from them.
     *
     * @param version that was read, where a change by somebody else since is to be refused
     */
    record DefinitionJson(
            @Nullable Long version,
            @Nullable String name,
            @Nullable String description,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String unit,
            @Nullable Integer decimalPlaces,
            @Nullable String polarity,
            @Nullable String dataset,
            @Nullable String figure,
            @Nullable Map<String, String> filters,
            @Nullable String grouping,
            @Nullable LocalDate nextPublication) {}

    @PutMapping("/indicators/{slug}")
    ResponseEntity<?> put(
            Viewer viewer, @PathVariable String slug, @RequestBody(required = false) @Nullable DefinitionJson sent) {
        if (sent == null) {
            return ApiProblem.unprocessable(List.of("Send a definition as JSON"));
        }
        var wrong = new ArrayList<String>();
        var definition = read(viewer, sent, wrong);
        if (definition == null) {
            return ApiProblem.unprocessable(wrong);
        }
        try {
            boolean created = defineIndicator.put(viewer, slug, sent.version(), definition);
            var body = IndicatorsApi.json(showIndicator.definition(slug));
            return created
                    ? ResponseEntity.created(URI.create("/api/v1/indicators/" + slug))
                            .body(body)
                    : ResponseEntity.ok(body);
        } catch (DefineIndicator.NotAnAddress none) {
            return ApiProblem.unprocessable(List.of(
                    "The name in the address must be lower-case letters and digits between hyphens, and not new"));
        } catch (DefineIndicator.NotInTheRelease problem) {
            return ApiProblem.unprocessable(List.of(problem.what()));
        } catch (EditConflict conflict) {
            return ApiProblem.of(
                    HttpStatus.CONFLICT,
                    "Somebody has changed the definition since that version. Read it again and send what you want of"
                            + " it");
        }
    }

    /** What was sent, or null where something is wrong with it. */
    private @Nullable Definition read(Viewer viewer, DefinitionJson sent, List<String> wrong) {
        var name = text(sent.name(), "name", DefinitionController.LONGEST_LINE, true, wrong);
        var description =
                text(sent.description(), "description", DefinitionController.LONGEST_DESCRIPTION, true, wrong);
        var numerator = text(sent.numerator(), "numerator", DefinitionController.LONGEST_PART, false, wrong);
        var denominator = text(sent.denominator(), "denominator", DefinitionController.LONGEST_PART, false, wrong);
        var unit = Arrays.stream(Unit.values())
                .filter(one -> one.inWords().equals(sent.unit()))
                .findFirst()
                .orElse(null);
        if (unit == null) {
            wrong.add("unit: Send one of "
                    + String.join(
                            "; ",
                            Arrays.stream(Unit.values()).map(Unit::inWords).toList()));
        }
        int places = Objects.requireNonNullElse(sent.decimalPlaces(), -1);
        if (places < 0 || places > DefinitionController.MOST_DECIMAL_PLACES) {
            wrong.add("decimalPlaces: Send a number from 0 to 6");
        }
        var polarity = Arrays.stream(Polarity.values())
                .filter(one -> one.name().equalsIgnoreCase(sent.polarity()))
                .findFirst()
                .orElse(null);
        if (polarity == null) {
            wrong.add("polarity: Send high, low or none");
        }
        var grouping = text(sent.grouping(), "grouping", DefinitionController.LONGEST_LINE, true, wrong);
        var offer = sent.dataset() == null
                ? null
                : prepare.offer(viewer, sent.dataset()).orElse(null);
        if (offer == null) {
            wrong.add("dataset: Send the name in the address of a data set that has a published release");
        } else if (!grouping.isEmpty() && !offer.groupings().contains(grouping)) {
            wrong.add("grouping: Send one of " + String.join("; ", offer.groupings()));
        }
        var figure = text(sent.figure(), "figure", DefinitionController.LONGEST_LINE, true, wrong);
        if (!wrong.isEmpty() || offer == null || unit == null || polarity == null) {
            return null;
        }
        return new Definition(
                name,
                description,
                numerator.isEmpty() ? null : numerator,
                denominator.isEmpty() ? null : denominator,
                unit,
                places,
                polarity,
                offer.dataset(),
                figure,
                sent.filters() == null ? Map.of() : sent.filters(),
                grouping,
                sent.nextPublication());
    }

    private static String text(@Nullable String sent, String field, int longest, boolean needed, List<String> wrong) {
        var text = sent == null ? "" : sent.strip();
        if (needed && text.isEmpty()) {
            wrong.add(field + ": Send some text");
        } else if (text.length() > longest) {
            wrong.add("%s: Send %,d characters or fewer".formatted(field, longest));
        } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            wrong.add(field + ": Send text without control characters");
        }
        return text;
    }

    @ExceptionHandler(NotYours.class)
    ResponseEntity<ProblemDetail> notYours(HttpServletRequest request) {
        return ApiProblem.notYours(request);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable() {
        return ApiProblem.of(
                HttpStatus.BAD_REQUEST, "What was sent cannot be read. /api/v1/openapi.json says what to send");
    }
}
