package uk.slipway.cycles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.RegionalManagerOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.web.Crumb;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Option;

/** A regional manager changes what a year's self-evaluation asks for. */
@Controller
@RegionalManagerOnly
class TemplateController {

    private static final String VIEW = "cycles/template";
    private static final int TITLE_LIMIT = 150;
    private static final int GUIDANCE_LIMIT = 4_000;

    private final ChangeTemplate changeTemplate;

    TemplateController(ChangeTemplate changeTemplate) {
        this.changeTemplate = changeTemplate;
    }

    @GetMapping("/cycles/{year}/template")
    ModelAndView read(@PathVariable String year, Viewer viewer) {
        var found = changeTemplate.read(ManageCyclesController.yearOf(year), viewer);
        return answer(HttpStatus.OK, page(year, found, found.text(), found.number(), null, null));
    }

    @PostMapping("/cycles/{year}/template")
    ModelAndView change(
            @PathVariable String year,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            RedirectAttributes redirect) {
        var academicYear = ManageCyclesController.yearOf(year);
        var found = changeTemplate.read(academicYear, viewer);
        var text = typedText(found.text(), typed);
        int number = place(typed.getFirst("number"), -1);
        if (!errors(text).isEmpty()) {
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, page(year, found, text, number, null, null));
        }
        try {
            changeTemplate.handle(academicYear, number, text, viewer);
        } catch (EditConflict | OptimisticLockingFailureException | DataIntegrityViolationException conflict) {
            var now = changeTemplate.read(academicYear, viewer);
            return answer(
                    HttpStatus.CONFLICT,
                    page(
                            year,
                            now,
                            text,
                            now.number(),
                            "Somebody else made version " + now.number()
                                    + " after you opened this form. Nothing of yours has been saved yet. What is saved"
                                    + " now stands below what you typed, and what you both started from.",
                            changeTemplate.version(academicYear, number, viewer).orElse(null)));
        } catch (NotInThisState refused) {
            return answer(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(
                            year,
                            changeTemplate.read(academicYear, viewer),
                            text,
                            number,
                            "The template can no longer be changed for this year. Nothing of yours has been saved.",
                            null));
        }
        redirect.addFlashAttribute("success", "The year uses the changed template");
        return new ModelAndView("redirect:/cycles/" + academicYear.slug() + "/template");
    }

    private static ModelAndView answer(HttpStatusCode status, TemplatePage page) {
        return new ModelAndView(VIEW, Map.of("page", page), status);
    }

    /** What was typed; a field that was not sent stays as it was. */
    private static TemplateText typedText(TemplateText known, MultiValueMap<String, String> typed) {
        var sections = IntStream.range(0, known.sections().size())
                .boxed()
                .sorted(Comparator.comparingInt(at ->
                        place(typed.getFirst("place-" + known.sections().get(at).code()), at + 1)))
                .map(at -> known.sections().get(at))
                .map(section -> new TemplateSection(
                        section.code(),
                        typed.getOrDefault("title-" + section.code(), List.of(section.title()))
                                .getFirst()
                                .strip(),
                        typed.getOrDefault("guidance-" + section.code(), List.of(section.guidance()))
                                .getFirst()
                                .strip(),
                        section.areaCode(),
                        section.kind()))
                .toList();
        var chain = IntStream.range(0, known.chain().size())
                .boxed()
                .sorted(Comparator.comparingInt(at -> place(
                        typed.getFirst("step-" + known.chain().get(at).role().name()), at + 1)))
                .map(at -> known.chain().get(at))
                .map(line -> new SignOffLine(
                        line.role(),
                        line.verb(),
                        "true".equals(typed.getFirst("optional-" + line.role().name()))))
                .toList();
        return new TemplateText(sections, chain, known.questions());
    }

    private static int place(@Nullable String typed, int otherwise) {
        return typed != null && typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : otherwise;
    }

    private static List<Map<String, String>> errors(TemplateText text) {
        var errors = new ArrayList<Map<String, String>>();
        for (var section : text.sections()) {
            var title = titleError(section);
            if (title != null) {
                errors.add(Map.of("text", title, "href", "#title-" + section.code()));
            }
            var guidance = guidanceError(section);
            if (guidance != null) {
                errors.add(Map.of("text", guidance, "href", "#guidance-" + section.code()));
            }
        }
        if (text.chain().stream().allMatch(SignOffLine::optional)) {
            errors.add(Map.of("text", "At least one step of the signing off must not be optional", "href", "#chain"));
        }
        return errors;
    }

    private static @Nullable String titleError(TemplateSection section) {
        if (section.title().isBlank()) {
            return "Enter a title for the section “" + section.code() + "”";
        }
        return section.title().length() > TITLE_LIMIT
                ? "The title of the section “" + section.code() + "” must be 150 characters or fewer"
                : null;
    }

    private static @Nullable String guidanceError(TemplateSection section) {
        if (section.guidance().isBlank()) {
            return "Enter the guidance for the section “" + section.code() + "”";
        }
        return section.guidance().length() > GUIDANCE_LIMIT
                ? "The guidance for the section “" + section.code() + "” must be 4,000 characters or fewer"
                : null;
    }

    private static TemplatePage page(
            String year,
            ChangeTemplate.Found found,
            TemplateText text,
            int number,
            @Nullable String conflict,
            @Nullable TemplateText original) {
        var sections = text.sections();
        return new TemplatePage(
                "Self-evaluation template of " + year.replace('-', '/') + ", version " + found.number(),
                year,
                number,
                found.fixedBecause(),
                IntStream.range(0, sections.size())
                        .mapToObj(at -> {
                            var section = sections.get(at);
                            return new TemplatePage.Section(
                                    section.code(),
                                    section.title(),
                                    section.guidance(),
                                    Integer.toString(at + 1),
                                    titleError(section),
                                    guidanceError(section),
                                    conflict == null ? null : inWords(found.text(), section),
                                    original == null ? null : inWords(original, section));
                        })
                        .toList(),
                IntStream.range(0, text.chain().size())
                        .mapToObj(at -> {
                            var line = text.chain().get(at);
                            return new TemplatePage.SignOff(
                                    line.role().name(),
                                    line.role().inWords() + " " + line.verb(),
                                    Integer.toString(at + 1),
                                    line.optional());
                        })
                        .toList(),
                text.questions().stream()
                        .map(question -> new TemplatePage.Question(question.words(), question.source()))
                        .toList(),
                IntStream.rangeClosed(1, sections.size())
                        .mapToObj(at -> Option.of(Integer.toString(at), Integer.toString(at)))
                        .toList(),
                errors(text),
                conflict,
                conflict == null || found.text().chain().equals(text.chain())
                        ? null
                        : CycleWords.sentence(found.text().chain().stream()
                                .map(line -> "the " + line.role().inWords() + " " + line.verb()
                                        + (line.optional() ? " (optional)" : ""))
                                .collect(Collectors.joining(", then "))),
                List.of(new Crumb("Years", "/cycles"), new Crumb(year.replace('-', '/'), "/cycles/" + year)));
    }

    /** What another text says in a section, where that is something else. */
    private static @Nullable String inWords(TemplateText other, TemplateSection mine) {
        return other.sections().stream()
                .filter(section -> section.code().equals(mine.code()))
                .filter(section -> !section.equals(mine))
                .map(section -> section.title() + ": " + section.guidance())
                .findFirst()
                .orElse(null);
    }
}
