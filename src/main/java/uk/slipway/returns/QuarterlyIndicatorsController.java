package uk.slipway.returns;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.Polarity;
import uk.slipway.indicators.Unit;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.Crumb;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;

/** The region's list of quarterly indicators, kept by its data lead. */
@Controller
@RegionalTeamOnly
class QuarterlyIndicatorsController {

    private static final int LONGEST_GROUPING = 100;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_WORDS = 300;
    private static final int MOST_THRESHOLD = 100;

    private final KeepIndicators keep;

    QuarterlyIndicatorsController(KeepIndicators keep) {
        this.keep = keep;
    }

    /** @param id made when the form was rendered, so that the same press twice has one effect */
    record IndicatorForm(
            @Nullable String id,
            @Nullable String version,
            @Nullable String grouping,
            @Nullable String name,
            @Nullable String description,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String unit,
            @Nullable String places,
            @Nullable String polarity,
            @Nullable String threshold,
            @Nullable String least,
            @Nullable String most,
            @Nullable String asked) {

        static IndicatorForm blank() {
            return new IndicatorForm(
                    Uuid7.next().toString(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Unit.PERCENT.name(),
                    "1",
                    Polarity.NONE.name(),
                    "6",
                    null,
                    null,
                    "true");
        }

        static IndicatorForm of(QuarterlyIndicator indicator) {
            var definition = indicator.definition();
            return new IndicatorForm(
                    indicator.id().toString(),
                    Long.toString(indicator.version()),
                    definition.grouping(),
                    definition.name(),
                    definition.description(),
                    definition.numerator(),
                    definition.denominator(),
                    definition.unit().name(),
                    Integer.toString(definition.decimalPlaces()),
                    definition.polarity().name(),
                    Integer.toString(definition.threshold()),
                    FigureCheck.plain(definition.least()),
                    FigureCheck.plain(definition.most()),
                    indicator.asked() ? "true" : null);
        }
    }

    record ListPage(List<Line> lines, List<Crumb> crumbs) {}

    record Line(
            UUID id,
            String grouping,
            String name,
            String description,
            String askedAs,
            String unit,
            String polarity,
            String threshold,
            boolean asked) {}

    record FormPage(
            String title,
            String action,
            boolean isNew,
            List<Option> units,
            List<Option> polarities,
            List<Crumb> crumbs) {}

    @GetMapping("/returns/indicators")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "returns/indicators",
                Map.of(
                        "page",
                        new ListPage(
                                keep.list(viewer).stream()
                                        .map(QuarterlyIndicatorsController::line)
                                        .toList(),
                                List.of(ReturnsController.ALL))));
    }

    private static Line line(QuarterlyIndicator indicator) {
        var definition = indicator.definition();
        return new Line(
                indicator.id(),
                definition.grouping(),
                definition.name(),
                definition.description(),
                definition.isRatio() ? definition.numerator() + ", out of: " + definition.denominator() : "The figure",
                definition.unit().inWords(),
                definition.polarity().inWords(),
                definition.threshold() == 0 ? "none" : "below " + definition.threshold(),
                indicator.asked());
    }

    @PostMapping("/returns/indicators/start")
    ModelAndView start(Viewer viewer, RedirectAttributes flash) {
        int added = keep.start(viewer);
        flash.addFlashAttribute(
                added == 0 ? "notice" : "success",
                added == 0
                        ? "The list is not empty, so nothing was added."
                        : "Added: " + added + " suggested indicators. Change what does not fit your region.");
        return new ModelAndView("redirect:/returns/indicators");
    }

    @GetMapping("/returns/indicators/new")
    ModelAndView begin() {
        return new ModelAndView("returns/define", Map.of("page", formPage(null), "form", IndicatorForm.blank()));
    }

    @PostMapping("/returns/indicators/new")
    ModelAndView add(
            Viewer viewer, @ModelAttribute("form") IndicatorForm form, BindingResult errors, RedirectAttributes flash) {
        var definition = definition(form, errors);
        if (!errors.hasErrors() && definition != null) {
            try {
                keep.add(viewer, id(form.id()), definition);
                flash.addFlashAttribute("success", "Added. The next return asks for it.");
                return new ModelAndView("redirect:/returns/indicators");
            } catch (KeepIndicators.NameTaken taken) {
                nameTaken(errors);
            }
        }
        return Unprocessable.page("returns/define", formPage(null));
    }

    private static UUID id(@Nullable String typed) {
        try {
            return typed == null ? Uuid7.next() : UUID.fromString(typed);
        } catch (IllegalArgumentException damaged) {
            return Uuid7.next();
        }
    }

    private static void nameTaken(BindingResult errors) {
        errors.rejectValue("name", "taken", "Another indicator of your list has this name. Enter another");
    }

    @GetMapping("/returns/indicators/{id}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable UUID id) {
        var indicator = keep.get(viewer, id);
        return new ModelAndView(
                "returns/define", Map.of("page", formPage(indicator), "form", IndicatorForm.of(indicator)));
    }

    @PostMapping("/returns/indicators/{id}/edit")
    ModelAndView change(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") IndicatorForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var now = keep.get(viewer, id);
        var definition = definition(form, errors);
        if (!errors.hasErrors() && definition != null) {
            try {
                keep.change(viewer, id, version(form), definition, "true".equals(form.asked()));
                flash.addFlashAttribute(
                        "success", "Saved. The next return asks so; quarters that are open stay as they are.");
                return new ModelAndView("redirect:/returns/indicators");
            } catch (KeepIndicators.NameTaken taken) {
                nameTaken(errors);
            } catch (EditConflict conflict) {
                return conflict(keep.get(viewer, id), form);
            }
        }
        return Unprocessable.page("returns/define", formPage(now));
    }

    private static long version(IndicatorForm form) {
        var typed = form.version();
        return typed != null && typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : -1;
    }

    private static ModelAndView conflict(QuarterlyIndicator now, IndicatorForm form) {
        var theirs = IndicatorForm.of(now);
        var address = "/returns/indicators/" + now.id() + "/edit";
        return new ConflictPage(
                        now.definition().name(),
                        address,
                        address,
                        null,
                        List.of(
                                field("Group", "grouping", form.grouping(), theirs.grouping()),
                                field("Name", "name", form.name(), theirs.name()),
                                field("What it is", "description", form.description(), theirs.description()),
                                field("What is counted", "numerator", form.numerator(), theirs.numerator()),
                                field("Out of what", "denominator", form.denominator(), theirs.denominator()),
                                field("Decimal places", "places", form.places(), theirs.places()),
                                field("Small-number threshold", "threshold", form.threshold(), theirs.threshold()),
                                field("Lowest usual figure", "least", form.least(), theirs.least()),
                                field("Highest usual figure", "most", form.most(), theirs.most())),
                        Map.of(
                                "version", Objects.requireNonNullElse(theirs.version(), ""),
                                "unit", Objects.requireNonNullElse(form.unit(), ""),
                                "polarity", Objects.requireNonNullElse(form.polarity(), ""),
                                "asked", Objects.requireNonNullElse(form.asked(), "")))
                .answer();
    }

    private static ConflictField field(String label, String name, @Nullable String mine, @Nullable String theirs) {
        return new ConflictField(
                label, name, Objects.requireNonNullElse(mine, ""), Objects.requireNonNullElse(theirs, ""), null);
    }

    private static FormPage formPage(@Nullable QuarterlyIndicator indicator) {
        return new FormPage(
                indicator == null
                        ? "Add a quarterly indicator"
                        : "Change a quarterly indicator: "
                                + indicator.definition().name(),
                indicator == null ? "/returns/indicators/new" : "/returns/indicators/" + indicator.id() + "/edit",
                indicator == null,
                Arrays.stream(Unit.values())
                        .map(unit -> Option.of(unit.name(), unit.inWords()))
                        .toList(),
                Arrays.stream(Polarity.values())
                        .map(polarity -> Option.of(polarity.name(), polarity.inWords()))
                        .toList(),
                List.of(ReturnsController.ALL, new Crumb("Indicators", "/returns/indicators")));
    }

    private static @Nullable QuarterlyDefinition definition(IndicatorForm form, BindingResult errors) {
        var grouping = text(form.grouping(), "grouping", "the group", LONGEST_GROUPING, true, errors);
        var name = text(form.name(), "name", "the name", LONGEST_NAME, true, errors);
        var description = text(form.description(), "description", "what it is", LONGEST_TEXT, true, errors);
        var numerator = text(form.numerator(), "numerator", "what is counted", LONGEST_WORDS, false, errors);
        var denominator = text(form.denominator(), "denominator", "out of what", LONGEST_WORDS, false, errors);
        if (numerator.isEmpty() != denominator.isEmpty()) {
            errors.rejectValue(
                    numerator.isEmpty() ? "numerator" : "denominator",
                    "half",
                    "Enter both what is counted and out of what, or neither");
        }
        var unit = one(Unit.values(), form.unit(), "unit", "Choose the unit", errors);
        var polarity = one(Polarity.values(), form.polarity(), "polarity", "Choose which direction is good", errors);
        var places = whole(form.places(), 3, "places", "Decimal places", errors);
        var threshold = whole(form.threshold(), MOST_THRESHOLD, "threshold", "Small-number threshold", errors);
        if (unit == Unit.RATE_PER_10000 && numerator.isEmpty() && !errors.hasFieldErrors("numerator")) {
            errors.rejectValue("numerator", "rate", "Enter what is counted: a rate is worked out from it");
        }
        if (threshold > 0 && numerator.isEmpty() && !(unit == Unit.NUMBER && places == 0)) {
            errors.rejectValue(
                    "threshold",
                    "counts",
                    "A threshold needs a count. Enter what is counted and out of what, or make this 0");
        }
        var least = usual(form.least(), "least", errors);
        var most = usual(form.most(), "most", errors);
        if (least != null && most != null && least.compareTo(most) > 0) {
            errors.rejectValue("most", "below", "The highest usual figure must not be below the lowest");
        }
        return errors.hasErrors() || unit == null || polarity == null
                ? null
                : new QuarterlyDefinition(
                        grouping,
                        name,
                        description,
                        numerator.isEmpty() ? null : numerator,
                        denominator.isEmpty() ? null : denominator,
                        unit,
                        places,
                        polarity,
                        threshold,
                        least,
                        most);
    }

    private static String text(
            @Nullable String typed, String field, String what, int longest, boolean needed, BindingResult errors) {
        var text = typed == null ? "" : typed.strip();
        if (needed && text.isEmpty()) {
            errors.rejectValue(field, "blank", "Enter " + what);
        } else if (text.length() > longest) {
            errors.rejectValue(field, "long", "This must be %,d characters or fewer".formatted(longest));
        } else if (longest <= LONGEST_WORDS && text.contains("\n")) {
            errors.rejectValue(field, "lines", "This must be one line");
        }
        return text;
    }

    private static <E extends Enum<E>> @Nullable E one(
            E[] all, @Nullable String typed, String field, String message, BindingResult errors) {
        for (var each : all) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        errors.rejectValue(field, "none", message);
        return null;
    }

    private static int whole(@Nullable String typed, int most, String field, String what, BindingResult errors) {
        var text = typed == null ? "" : typed.strip();
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > most) {
            errors.rejectValue(field, "whole", what + " must be a whole number from 0 to " + most);
            return 0;
        }
        return Integer.parseInt(text);
    }

    private static @Nullable BigDecimal usual(@Nullable String typed, String field, BindingResult errors) {
        var text = typed == null ? "" : typed.strip().replace(",", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,3})?")) {
            errors.rejectValue(field, "number", "Enter a number that is 0 or more, or leave it empty");
            return null;
        }
        return new BigDecimal(text).stripTrailingZeros();
    }
}
