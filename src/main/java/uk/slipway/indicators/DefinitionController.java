package uk.slipway.indicators;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;

/** Where the regional data lead says what a figure of a data set means. */
@Controller
@RegionalTeamOnly
class DefinitionController {

    private static final String VIEW = "indicators/define";
    private static final Crumb ALL = new Crumb("Figures", "/indicators");
    static final int LONGEST_LINE = 200;
    static final int LONGEST_PART = 500;
    static final int LONGEST_DESCRIPTION = 2_000;
    static final int MOST_DECIMAL_PLACES = 6;
    /** Filters are sent by their place, because their names can be anything: item0, item1. */
    private static final String ITEM = "item";

    private final PrepareDefinition prepare;
    private final DefineIndicator defineIndicator;

    DefinitionController(PrepareDefinition prepare, DefineIndicator defineIndicator) {
        this.prepare = prepare;
        this.defineIndicator = defineIndicator;
    }

    record DatasetChoice(@Nullable String dataset) {}

    /** Unit and direction are sent in the words a reader sees, so that a conflict shows the same. */
    record DefinitionForm(
            @Nullable UUID id,
            @Nullable Long version,
            @Nullable String dataset,
            @Nullable String name,
            @Nullable String description,
            @Nullable String figure,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String unit,
            @Nullable String decimalPlaces,
            @Nullable String polarity,
            @Nullable String grouping,
            @Nullable DateParts nextPublication) {

        /** A form whose id was lost makes a record of its own: what was typed into it is worth more than the id. */
        DefinitionForm {
            id = id == null ? Uuid7.next() : id;
        }

        static DefinitionForm empty(String dataset) {
            return new DefinitionForm(
                    null, null, dataset, null, null, null, null, null, null, "0", null, null, DateParts.EMPTY);
        }

        static DefinitionForm of(PrepareDefinition.Now now) {
            var definition = now.definition();
            return new DefinitionForm(
                    null,
                    now.version(),
                    definition.dataset(),
                    definition.name(),
                    definition.description(),
                    definition.figure(),
                    definition.numerator(),
                    definition.denominator(),
                    definition.unit().inWords(),
                    Integer.toString(definition.decimalPlaces()),
                    definition.polarity().inWords(),
                    definition.grouping(),
                    DateParts.of(definition.nextPublication()));
        }

        IndicatorId made() {
            return new IndicatorId(requireNonNull(id));
        }
    }

    /** @param keep whether a form was sent whose data set is not known; what was typed into it is carried on */
    record ChoosePage(List<Option> datasets, boolean unknown, boolean keep, List<Crumb> crumbs) {}

    /** A filter as its select shows it: an option of the select's component for each item. */
    record FilterField(
            String name,
            String label,
            List<Map<String, Object>> items,
            @Nullable Map<String, Object> errorMessage) {}

    record DefinePage(
            String title,
            String action,
            String dataset,
            String release,
            boolean change,
            List<Option> figures,
            List<FilterField> filters,
            List<Option> units,
            List<Option> decimalPlaces,
            List<Option> polarities,
            List<Option> groupings,
            @Nullable String problem,
            List<Crumb> crumbs) {}

    @GetMapping("/indicators/new")
    ModelAndView begin(Viewer viewer, @RequestParam(required = false) @Nullable String dataset) {
        var offer = dataset == null ? Optional.<PrepareDefinition.Offer>empty() : prepare.offer(viewer, dataset);
        if (offer.isEmpty()) {
            return new ModelAndView(
                    "indicators/choose",
                    Map.of(
                            "page",
                            choosePage(viewer, dataset != null && !dataset.isBlank(), false),
                            "form",
                            new DatasetChoice("")));
        }
        return new ModelAndView(
                VIEW,
                Map.of(
                        "page",
                        page(offer.get(), null, Map.of(), false, null),
                        "form",
                        DefinitionForm.empty(offer.get().dataset())));
    }

    private ChoosePage choosePage(Viewer viewer, boolean unknown, boolean keep) {
        return new ChoosePage(
                prepare.datasets(viewer).stream()
                        .map(choice -> Option.of(choice.slug(), choice.title()))
                        .toList(),
                unknown,
                keep,
                List.of(ALL));
    }

    @PostMapping("/indicators/new")
    ModelAndView define(
            Viewer viewer,
            @ModelAttribute("form") DefinitionForm form,
            BindingResult errors,
            @RequestParam Map<String, String> sent,
            RedirectAttributes redirect) {
        var offer = form.dataset() == null
                ? null
                : prepare.offer(viewer, form.dataset()).orElse(null);
        if (offer == null) {
            errors.rejectValue("dataset", "blank", "Choose a data set that has a published release");
            return Unprocessable.page("indicators/choose", choosePage(viewer, false, true));
        }
        var chosen = chosen(offer, sent);
        var definition = read(form, offer, chosen, errors);
        if (definition == null) {
            return Unprocessable.page(VIEW, page(offer, null, chosen, true, null));
        }
        try {
            var slug = defineIndicator.define(viewer, form.made(), definition);
            redirect.addFlashAttribute("success", "The indicator is defined. Everybody sees it now");
            return new ModelAndView("redirect:/indicators/" + slug);
        } catch (DefineIndicator.NameIsTaken taken) {
            errors.rejectValue("name", "taken", "There is an indicator with this name already");
            return Unprocessable.page(VIEW, page(offer, null, chosen, true, null));
        } catch (DefineIndicator.NotInTheRelease problem) {
            errors.reject("release", problem.what());
            return Unprocessable.page(VIEW, page(offer, null, chosen, true, null));
        }
    }

    @GetMapping("/indicators/{slug}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable String slug) {
        var now = prepare.now(viewer, slug);
        var offer = prepare.offer(viewer, now.definition().dataset()).orElseThrow(NotFound::new);
        return new ModelAndView(
                VIEW,
                Map.of(
                        "page",
                        page(offer, now, now.definition().filters(), false, lost(offer, now.definition())),
                        "form",
                        DefinitionForm.of(now)));
    }

    @PostMapping("/indicators/{slug}/edit")
    ModelAndView change(
            Viewer viewer,
            @PathVariable String slug,
            @ModelAttribute("form") DefinitionForm form,
            BindingResult errors,
            @RequestParam Map<String, String> sent,
            RedirectAttributes redirect) {
        var now = prepare.now(viewer, slug);
        var offer = prepare.offer(viewer, now.definition().dataset()).orElseThrow(NotFound::new);
        var chosen = chosen(offer, sent);
        var definition = read(form, offer, chosen, errors);
        if (definition == null) {
            return Unprocessable.page(VIEW, page(offer, now, chosen, true, null));
        }
        try {
            defineIndicator.redefine(viewer, slug, form.version() == null ? -1 : form.version(), definition);
            redirect.addFlashAttribute("success", "The definition is changed");
            return new ModelAndView("redirect:/indicators/" + slug);
        } catch (DefineIndicator.NotInTheRelease problem) {
            errors.reject("release", problem.what());
            return Unprocessable.page(VIEW, page(offer, now, chosen, true, null));
        } catch (EditConflict conflict) {
            return conflict(now, offer, form, chosen).answer();
        }
    }

    /** What the form says, or null where something is wrong with it. */
    private static @Nullable Definition read(
            DefinitionForm form, PrepareDefinition.Offer offer, Map<String, String> chosen, BindingResult errors) {
        var name = line(form.name(), "name", "Enter the name", "Name", errors);
        if (!name.isEmpty() && DefineIndicator.slug(name).isEmpty()) {
            errors.rejectValue(
                    "name", "letters", "Name must have letters or digits, because its address is made of it");
        }
        var description = text(form.description());
        if (description.isEmpty()) {
            errors.rejectValue("description", "blank", "Say in plain words what it means");
        } else if (description.length() > LONGEST_DESCRIPTION) {
            errors.rejectValue("description", "long", "What it means must be 2,000 characters or fewer");
        }
        var figure = text(form.figure());
        if (!offer.figures().containsKey(figure)) {
            errors.rejectValue("figure", "blank", "Choose the figure");
        }
        var numerator = part(form.numerator(), "numerator", "What is counted", errors);
        var denominator = part(form.denominator(), "denominator", "Out of what", errors);
        var unit = Arrays.stream(Unit.values())
                .filter(one -> one.inWords().equals(form.unit()))
                .findFirst()
                .orElse(null);
        if (unit == null) {
            errors.rejectValue("unit", "blank", "Choose the unit");
        }
        var places = text(form.decimalPlaces());
        if (!places.matches("[0-6]")) {
            errors.rejectValue("decimalPlaces", "blank", "Choose how many decimal places, from 0 to 6");
        }
        var polarity = Arrays.stream(Polarity.values())
                .filter(one -> one.inWords().equals(form.polarity()))
                .findFirst()
                .orElse(null);
        if (polarity == null) {
            errors.rejectValue("polarity", "blank", "Choose whether high or low is good");
        }
        for (int i = 0; i < offer.filters().size(); i++) {
            var filter = offer.filters().get(i);
            if (isUnknown(filter, chosen)) {
                // Filters are no part of the form's record, because every data set has others.
                errors.addError(new FieldError(
                        errors.getObjectName(), ITEM + i, "Choose an item of the filter " + filter.label()));
            }
        }
        var grouping = text(form.grouping());
        if (!offer.groupings().contains(grouping)) {
            errors.rejectValue("grouping", "blank", "Choose the heading it stands under");
        }
        var next = DateParts.optional(form.nextPublication(), "nextPublication", "Next publication", errors);
        if (errors.hasErrors() || unit == null || polarity == null) {
            return null;
        }
        return new Definition(
                name,
                description,
                numerator,
                denominator,
                unit,
                Integer.parseInt(places),
                polarity,
                offer.dataset(),
                figure,
                chosen,
                grouping,
                next);
    }

    private static Map<String, String> chosen(PrepareDefinition.Offer offer, Map<String, String> sent) {
        var chosen = new LinkedHashMap<String, String>();
        for (int i = 0; i < offer.filters().size(); i++) {
            var item = sent.get(ITEM + i);
            if (item != null) {
                chosen.put(offer.filters().get(i).name(), item);
            }
        }
        return chosen;
    }

    private static boolean isUnknown(PrepareDefinition.Filter filter, Map<String, String> chosen) {
        return filter.items().size() < PublishedFigures.MOST_ITEMS
                && !filter.items().contains(chosen.getOrDefault(filter.name(), Definition.TOTAL));
    }

    /** What the definition names and the latest release does not have any more. */
    private static @Nullable String lost(PrepareDefinition.Offer offer, Definition definition) {
        var lost = new ArrayList<String>();
        if (!offer.figures().containsKey(definition.figure())) {
            lost.add("the figure " + definition.figure());
        }
        definition.filters().forEach((name, item) -> {
            var filter = offer.filters().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst();
            if (filter.isEmpty()) {
                lost.add("the filter " + name);
            } else if (!filter.get().items().contains(item)) {
                lost.add(item + " of the filter " + filter.get().label());
            }
        });
        return lost.isEmpty()
                ? null
                : "The latest release has no longer " + String.join(", ", lost)
                        + ". Choose below what stands in its place.";
    }

    private static ConflictPage conflict(
            PrepareDefinition.Now now, PrepareDefinition.Offer offer, DefinitionForm form, Map<String, String> chosen) {
        var theirs = DefinitionForm.of(now);
        var fields = new ArrayList<ConflictField>();
        fields.add(field("Name", "name", form.name(), theirs.name()));
        fields.add(field("What it means", "description", form.description(), theirs.description()));
        fields.add(field("Figure", "figure", form.figure(), theirs.figure()));
        for (int i = 0; i < offer.filters().size(); i++) {
            var filter = offer.filters().get(i);
            fields.add(field(
                    filter.label(),
                    ITEM + i,
                    chosen.getOrDefault(filter.name(), Definition.TOTAL),
                    now.definition().filters().getOrDefault(filter.name(), Definition.TOTAL)));
        }
        fields.add(field("What is counted", "numerator", form.numerator(), theirs.numerator()));
        fields.add(field("Out of what", "denominator", form.denominator(), theirs.denominator()));
        fields.add(field("Unit", "unit", form.unit(), theirs.unit()));
        fields.add(field("Decimal places", "decimalPlaces", form.decimalPlaces(), theirs.decimalPlaces()));
        fields.add(field("Direction", "polarity", form.polarity(), theirs.polarity()));
        fields.add(field("Heading", "grouping", form.grouping(), theirs.grouping()));
        var mine = form.nextPublication() == null ? DateParts.EMPTY : form.nextPublication();
        var saved = DateParts.of(now.definition().nextPublication());
        fields.add(field("Next publication: day", "nextPublication.day", mine.day(), saved.day()));
        fields.add(field("Next publication: month", "nextPublication.month", mine.month(), saved.month()));
        fields.add(field("Next publication: year", "nextPublication.year", mine.year(), saved.year()));
        return new ConflictPage(
                now.definition().name(),
                "/indicators/" + now.slug() + "/edit",
                "/indicators/" + now.slug(),
                now.by(),
                fields,
                Map.of("version", Long.toString(now.version())));
    }

    private static ConflictField field(String label, String name, @Nullable String mine, @Nullable String theirs) {
        return new ConflictField(label, name, text(mine), text(theirs), null);
    }

    private static DefinePage page(
            PrepareDefinition.Offer offer,
            PrepareDefinition.@Nullable Now now,
            Map<String, String> chosen,
            boolean sent,
            @Nullable String problem) {
        var filters = new ArrayList<FilterField>();
        for (int i = 0; i < offer.filters().size(); i++) {
            var filter = offer.filters().get(i);
            var item = chosen.getOrDefault(filter.name(), Definition.TOTAL);
            filters.add(new FilterField(
                    ITEM + i,
                    filter.label(),
                    filter.items().stream()
                            .map(each ->
                                    Map.<String, Object>of("value", each, "text", each, "selected", each.equals(item)))
                            .toList(),
                    sent && isUnknown(filter, chosen)
                            ? Map.of("text", "Choose an item of the filter " + filter.label())
                            : null));
        }
        return new DefinePage(
                now == null ? "Define an indicator" : "Change what an indicator means",
                now == null ? "/indicators/new" : "/indicators/" + now.slug() + "/edit",
                offer.title(),
                offer.release(),
                now != null,
                offer.figures().entrySet().stream()
                        .map(figure -> Option.of(
                                figure.getKey(), figure.getValue().isBlank() ? figure.getKey() : figure.getValue()))
                        .toList(),
                filters,
                Arrays.stream(Unit.values())
                        .map(unit -> Option.of(unit.inWords(), sentence(unit.inWords())))
                        .toList(),
                IntStream.rangeClosed(0, MOST_DECIMAL_PLACES)
                        .mapToObj(places -> Option.of(Integer.toString(places), Integer.toString(places)))
                        .toList(),
                Arrays.stream(Polarity.values())
                        .map(polarity -> Option.of(polarity.inWords(), polarity.inWords()))
                        .toList(),
                offer.groupings().stream().map(each -> Option.of(each, each)).toList(),
                problem,
                now == null
                        ? List.of(ALL)
                        : List.of(ALL, new Crumb(now.definition().name(), "/indicators/" + now.slug())));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String line(
            @Nullable String typed, String field, String whenBlank, String name, BindingResult errors) {
        var text = text(typed);
        if (text.isEmpty()) {
            errors.rejectValue(field, "blank", whenBlank);
        } else if (text.length() > LONGEST_LINE || text.contains("\n")) {
            errors.rejectValue(field, "long", name + " must be one line of 200 characters or fewer");
        }
        return text;
    }

    private static @Nullable String part(@Nullable String typed, String field, String name, BindingResult errors) {
        var text = text(typed);
        if (text.length() > LONGEST_PART) {
            errors.rejectValue(field, "long", name + " must be 500 characters or fewer");
        }
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
