package uk.slipway.selfevaluation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.CitableFigures;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;

/** Citing a published figure in a section: found by words, chosen, and kept as it is. */
@Controller
@WritersOnly
@RequestMapping("/self-evaluations/{id}/sections/{code}/figures")
class FigureController {

    private static final String VIEW = "selfevaluation/figure";
    private static final int LONGEST_SEARCH = 200;

    private final FindFigure findFigure;
    private final ShowSection show;
    private final WriteEvidence writeEvidence;

    FigureController(FindFigure findFigure, ShowSection show, WriteEvidence writeEvidence) {
        this.findFigure = findFigure;
        this.show = show;
        this.writeEvidence = writeEvidence;
    }

    record FigureForm(
            @Nullable String id,
            @Nullable String search,
            @Nullable String indicator,
            @Nullable String period,
            @Nullable String note) {}

    record FigurePage(
            String title,
            List<Crumb> crumbs,
            String address,
            String back,
            @Nullable String warning,
            String authority,
            boolean searched,
            List<CitableFigures.Choice> found,
            CitableFigures.@Nullable Figure chosen,
            List<Option> periods,
            int most) {

        /** What can be cited, for whoever sent the form without a choice. */
        public List<Option> choices() {
            return found.stream().map(one -> Option.of(one.slug(), one.name())).toList();
        }
    }

    @GetMapping("/new")
    ModelAndView find(
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String indicator,
            Viewer viewer) {
        var laid = show.of(new SelfEvaluationId(id), code, viewer);
        var page = page(laid, search, indicator);
        var chosen = page.chosen();
        return new ModelAndView(VIEW)
                .addObject("page", page)
                .addObject(
                        "form",
                        new FigureForm(
                                Uuid7.next().toString(),
                                cut(search),
                                chosen == null ? null : chosen.slug(),
                                chosen == null ? null : Integer.toString(chosen.period()),
                                null));
    }

    @PostMapping
    ModelAndView cite(
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute("form") FigureForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        var evaluation = new SelfEvaluationId(id);
        var laid = show.of(evaluation, code, viewer);
        var page = page(laid, form.search(), form.indicator());
        var chosen = page.chosen();
        var note = form.note() == null ? "" : form.note().strip();
        var period = form.period() == null ? "" : form.period().strip();
        if (chosen == null) {
            errors.rejectValue("indicator", "blank", "Choose one of the indicators");
        } else if (chosen.periods().stream().noneMatch(one -> period.equals(Integer.toString(one)))) {
            errors.rejectValue("period", "blank", "Choose the year of the figure");
        }
        if (note.length() > Evidence.LONGEST_NOTE) {
            errors.rejectValue("note", "long", "What it shows must be 2,000 characters or fewer");
        }
        if (chosen == null || errors.hasErrors()) {
            return Unprocessable.page(VIEW, page);
        }
        try {
            SectionController.say(
                    writeEvidence.cite(
                            evaluation,
                            code,
                            SectionController.uuid(form.id()),
                            chosen.slug(),
                            Integer.parseInt(period),
                            note,
                            viewer),
                    "Figure cited",
                    flash);
        } catch (NotNow notNow) {
            errors.rejectValue("period", "state", notNow.why());
            return Unprocessable.page(VIEW, page);
        }
        return new ModelAndView("redirect:" + SectionController.addressOf(laid) + "#evidence");
    }

    private FigurePage page(ShowSection.Laid laid, @Nullable String search, @Nullable String indicator) {
        var found = findFigure.find(laid.head().authority(), cut(search), indicator);
        var chosen = found.chosen();
        var crumbs = new java.util.ArrayList<>(SectionController.crumbs(laid.head()));
        crumbs.add(new Crumb(laid.section().title(), SectionController.addressOf(laid)));
        return new FigurePage(
                "Cite a published figure: " + laid.section().title() + ", "
                        + laid.head().title(),
                crumbs,
                SectionController.addressOf(laid) + "/figures",
                SectionController.addressOf(laid),
                SectionController.warning(laid.head()),
                laid.head().authorityName(),
                !cut(search).isEmpty(),
                found.choices(),
                chosen,
                chosen == null
                        ? List.of()
                        : chosen.periods().stream()
                                .map(period -> Option.of(Integer.toString(period), CitableFigures.inWords(period)))
                                .toList(),
                Evidence.LONGEST_NOTE);
    }

    private static String cut(@Nullable String search) {
        var typed = search == null ? "" : search.strip();
        return typed.length() <= LONGEST_SEARCH ? typed : typed.substring(0, LONGEST_SEARCH);
    }
}
