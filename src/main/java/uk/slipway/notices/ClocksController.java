package uk.slipway.notices;

import java.time.LocalDate;
import java.util.Map;
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
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.FosteringOnly;
import uk.slipway.fosteringprotocol.NothingIdentifying;
import uk.slipway.placements.PlacementId;
import uk.slipway.web.DateParts;
import uk.slipway.web.NotYours;
import uk.slipway.web.Typed;
import uk.slipway.web.Unprocessable;

/** The clocks of a placement, and of all of them. */
@Controller
@FosteringOnly
class ClocksController {

    private final ShowClocks show;
    private final RecordEnding recordEnding;
    private final ClockPages pages;

    ClocksController(ShowClocks show, RecordEnding recordEnding, ClockPages pages) {
        this.show = show;
        this.recordEnding = recordEnding;
        this.pages = pages;
    }

    record EndingForm(
            @Nullable String step,
            @Nullable DateParts on,
            @Nullable String words) {}

    @GetMapping("/clocks")
    ModelAndView all(Viewer viewer) {
        requireParty(viewer);
        return new ModelAndView("notices/clocks", Map.of("page", pages.list(show.all(viewer))));
    }

    /** A region's commissioner is party to no placement: numbers are theirs. */
    static void requireParty(Viewer viewer) {
        if (viewer.authority() == null) {
            throw new NotYours();
        }
    }

    @GetMapping("/fostering/placements/{id}/clocks")
    ModelAndView strip(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "notices/strip",
                Map.of(
                        "page",
                        pages.strip(viewer, show.of(viewer, new PlacementId(id))),
                        "form",
                        new EndingForm(null, DateParts.EMPTY, null)));
    }

    @PostMapping("/fostering/placements/{id}/ending-steps")
    @NoticeGiversOnly
    ModelAndView ending(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") EndingForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = pages.strip(viewer, show.of(viewer, new PlacementId(id)));
        if (!page.gives()) {
            throw new NotYours();
        }
        var step = Typed.chosen(EndingStep.class, form.step(), "step", "Choose what has happened", errors);
        LocalDate on = DateParts.required(form.on(), "on", "Day", errors);
        if (on != null && step != null && step != EndingStep.INTENDED && on.isAfter(show.today())) {
            errors.rejectValue("on", "future", "Day must be today or in the past");
        }
        var words = step == EndingStep.IMMEDIATE_RISK || step == EndingStep.LEFT_OUT
                ? Typed.text(
                        form.words(),
                        "words",
                        step == EndingStep.LEFT_OUT
                                ? "under which provision it ended"
                                : "why the review was not waited for",
                        500,
                        errors)
                : Typed.optional(form.words(), "words", "the note", 500, errors);
        NothingIdentifying.check(words, "words", show.today(), errors);
        if (errors.hasErrors() || step == null || on == null) {
            return Unprocessable.page("notices/strip", page);
        }
        recordEnding.record(viewer, new PlacementId(id), step, on, words);
        flash.addFlashAttribute("success", "Recorded. The clocks of regulation 14 go by it");
        return new ModelAndView("redirect:/fostering/placements/" + id + "/clocks");
    }
}
