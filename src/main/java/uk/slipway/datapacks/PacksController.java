package uk.slipway.datapacks;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import uk.slipway.cycles.MilestoneKind;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;
import uk.slipway.web.Unprocessable;

/** Packs: prepared and issued by the regional team, looked at by the authority, agreed by both. */
@Controller
@PackReadersOnly
class PacksController {

    private final ShowPack show;
    private final PreparePacks prepare;
    private final LookAtPack look;
    private final PackPages pages;

    PacksController(ShowPack show, PreparePacks prepare, LookAtPack look, PackPages pages) {
        this.show = show;
        this.prepare = prepare;
        this.look = look;
        this.pages = pages;
    }

    record PrepareForm(
            @Nullable List<String> indicators, @Nullable DateParts due) {}

    /** What is said of a figure; each act sends its own part. */
    record FigureForm(
            @Nullable String version,
            @Nullable String figure,
            @Nullable String reason,
            @Nullable String answer,
            @Nullable String words,
            @Nullable String dropped) {

        long ofVersion() {
            try {
                return Long.parseLong(version == null ? "" : version.strip());
            } catch (NumberFormatException none) {
                return -2;
            }
        }
    }

    @GetMapping("/packs")
    ModelAndView list(Viewer viewer) {
        var page = listPage(viewer);
        var today = show.today();
        var due = show.current(viewer)
                .map(cycle -> cycle.dayOf(MilestoneKind.SELF_EVALUATION_DUE))
                .filter(day -> day.isAfter(today))
                .orElse(today.plusDays(14));
        return new ModelAndView(
                "datapacks/list",
                Map.of(
                        "page",
                        page,
                        "form",
                        new PrepareForm(
                                page.indicators().stream()
                                        .map(option -> option.value())
                                        .toList(),
                                DateParts.of(due))));
    }

    private PackPages.ListPage listPage(Viewer viewer) {
        return pages.list(
                viewer,
                show.all(viewer),
                viewer.isOfTheRegionalTeam() ? show.current(viewer).orElse(null) : null,
                viewer.isOfTheRegionalTeam() ? prepare.choices(viewer) : List.of(),
                show.today());
    }

    @PostMapping("/packs/prepare")
    @RegionalTeamOnly
    ModelAndView prepare(
            Viewer viewer, @ModelAttribute("form") PrepareForm form, BindingResult errors, RedirectAttributes flash) {
        var chosen = prepare.chosen(viewer, form.indicators() == null ? List.of() : form.indicators());
        if (chosen.isEmpty()) {
            errors.rejectValue("indicators", "none", "Choose at least one indicator");
        }
        var due = DateParts.required(form.due(), "due", "The date by which authorities look at it", errors);
        if (due != null && due.isBefore(show.today())) {
            errors.rejectValue(
                    "due", "past", "The date by which authorities look at it must be today or in the future");
        }
        if (errors.hasErrors() || due == null) {
            return Unprocessable.page("datapacks/list", listPage(viewer));
        }
        int prepared = prepare.prepare(viewer, chosen, due);
        flash.addFlashAttribute(
                "success",
                prepared == 0
                        ? "Every authority has a pack."
                        : "Prepared: " + prepared + ". Only the regional team sees them until you issue them.");
        return new ModelAndView("redirect:/packs");
    }

    @PostMapping("/packs/discard")
    @RegionalTeamOnly
    ModelAndView discard(Viewer viewer, RedirectAttributes flash) {
        prepare.discard(viewer);
        flash.addFlashAttribute("success", "What was prepared and not issued has been discarded.");
        return new ModelAndView("redirect:/packs");
    }

    @PostMapping("/packs/issue")
    @RegionalTeamOnly
    ModelAndView issueAll(Viewer viewer, RedirectAttributes flash) {
        int issued = prepare.issueAll(viewer);
        flash.addFlashAttribute(
                "success", issued == 0 ? "There was no prepared pack to issue." : "Issued: " + issued + ".");
        return new ModelAndView("redirect:/packs");
    }

    @PostMapping("/packs/{id}/issue")
    @RegionalTeamOnly
    ModelAndView issue(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        prepare.issue(viewer, id);
        flash.addFlashAttribute("success", "Issued. The authority is asked to look at it.");
        return new ModelAndView("redirect:/packs/" + id);
    }

    @GetMapping("/packs/{id}")
    ModelAndView pack(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("datapacks/pack", Map.of("page", pages.pack(viewer, show.of(viewer, id))));
    }

    @GetMapping("/packs/{id}/figures.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @PathVariable UUID id) {
        return CsvDownload.answer("data-pack", PackPages.COLUMNS, pages.rows(show.of(viewer, id)));
    }

    @GetMapping("/packs/{id}/agree-rest")
    @PackOwnersOnly
    ModelAndView askToAgreeRest(Viewer viewer, @PathVariable UUID id) {
        var page = pages.pack(viewer, show.of(viewer, id));
        if (!page.owner()) {
            throw new NotYours();
        }
        return new ModelAndView("datapacks/agree-rest", Map.of("page", page));
    }

    @PostMapping("/packs/{id}/agree-rest")
    @PackOwnersOnly
    ModelAndView agreeRest(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        look.agreeAll(viewer, id);
        flash.addFlashAttribute("success", "Every figure that you have not queried is agreed.");
        return new ModelAndView("redirect:/packs/" + id);
    }

    @PostMapping("/packs/{id}/agree")
    @PackPartiesOnly
    ModelAndView agreeWhole(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        if (look.agreeWhole(viewer, id)) {
            flash.addFlashAttribute("success", "You agreed the data pack.");
        } else {
            flash.addFlashAttribute("notice", "A figure still waits for one of the two sides.");
        }
        return new ModelAndView("redirect:/packs/" + id);
    }

    @GetMapping("/packs/{id}/figures/{figure}")
    ModelAndView figure(Viewer viewer, @PathVariable UUID id, @PathVariable UUID figure) {
        var one = show.figure(viewer, id, figure);
        return new ModelAndView(
                "datapacks/figure",
                Map.of(
                        "page",
                        pages.figure(viewer, one),
                        "form",
                        new FigureForm(
                                Long.toString(one.figure().version()),
                                null,
                                null,
                                null,
                                one.pack().state() == PackState.PREPARED
                                        ? one.figure().words()
                                        : null,
                                one.figure().dropped() ? "true" : null)));
    }

    @PostMapping("/packs/{id}/figures/{figure}/wording")
    @RegionalTeamOnly
    ModelAndView word(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID figure,
            @ModelAttribute("form") FigureForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var words = typed(form.words(), 500, "words", "the words", errors);
        if (errors.hasErrors()) {
            return again(viewer, id, figure);
        }
        boolean dropped = "true".equals(form.dropped());
        try {
            prepare.word(viewer, id, figure, form.ofVersion(), words, dropped);
        } catch (EditConflict conflict) {
            var now = show.figure(viewer, id, figure);
            return conflict(
                    viewer,
                    now,
                    "/wording",
                    List.of(new ConflictField(
                            "Words",
                            "words",
                            words,
                            Objects.requireNonNullElse(now.figure().words(), ""),
                            null)),
                    Map.of("dropped", dropped ? "true" : ""));
        }
        flash.addFlashAttribute("success", dropped ? "The proposal has been dropped." : "The words have been saved.");
        return new ModelAndView("redirect:/packs/" + id);
    }

    @PostMapping("/packs/{id}/figures/{figure}/agree")
    @PackOwnersOnly
    ModelAndView agree(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID figure,
            @ModelAttribute("form") FigureForm form,
            RedirectAttributes flash) {
        try {
            look.agree(viewer, id, figure, form.ofVersion());
        } catch (EditConflict conflict) {
            return changed(viewer, id, figure);
        }
        flash.addFlashAttribute("success", "The figure is agreed.");
        return new ModelAndView("redirect:/packs/" + id);
    }

    @PostMapping("/packs/{id}/figures/{figure}/disagree")
    @PackOwnersOnly
    ModelAndView disagree(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID figure,
            @ModelAttribute("form") FigureForm form,
            RedirectAttributes flash) {
        try {
            look.disagree(viewer, id, figure, form.ofVersion());
        } catch (EditConflict conflict) {
            return changed(viewer, id, figure);
        }
        flash.addFlashAttribute("success", "The disagreement is kept: both figures and both reasons stay in the pack.");
        return new ModelAndView("redirect:/packs/" + id);
    }

    @PostMapping("/packs/{id}/figures/{figure}/query")
    @PackOwnersOnly
    ModelAndView query(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID figure,
            @ModelAttribute("form") FigureForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        if (!pages.figure(viewer, show.figure(viewer, id, figure)).mayQuery()) {
            throw new NotYours();
        }
        var own = number(form.figure(), errors);
        var reason = typed(form.reason(), 2000, "reason", "the reason", errors);
        if (errors.hasErrors() || own == null) {
            return again(viewer, id, figure);
        }
        try {
            look.query(viewer, id, figure, form.ofVersion(), own, reason);
        } catch (EditConflict conflict) {
            var now = show.figure(viewer, id, figure);
            var theirs = now.figure().query();
            return conflict(
                    viewer,
                    now,
                    "/query",
                    List.of(
                            new ConflictField(
                                    "Your own figure",
                                    "figure",
                                    own.toPlainString(),
                                    theirs == null ? "" : theirs.figure().toPlainString(),
                                    null),
                            new ConflictField("Reason", "reason", reason, theirs == null ? "" : theirs.reason(), null)),
                    Map.of());
        }
        flash.addFlashAttribute("success", "You queried the figure. The regional data lead answers.");
        return new ModelAndView("redirect:/packs/" + id);
    }

    @PostMapping("/packs/{id}/figures/{figure}/answer")
    @RegionalTeamOnly
    ModelAndView answer(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID figure,
            @ModelAttribute("form") FigureForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var answer = "ACCEPTED".equals(form.answer())
                ? DataQuery.Answer.ACCEPTED
                : "KEPT".equals(form.answer()) ? DataQuery.Answer.KEPT : null;
        if (answer == null) {
            errors.rejectValue("answer", "none", "Choose which figure stands");
        }
        var words = typed(form.words(), 2000, "words", "the answer", errors);
        if (errors.hasErrors() || answer == null) {
            return again(viewer, id, figure);
        }
        try {
            look.answer(viewer, id, figure, form.ofVersion(), answer, words);
        } catch (EditConflict conflict) {
            var now = show.figure(viewer, id, figure);
            var theirs = now.figure().query();
            return conflict(
                    viewer,
                    now,
                    "/answer",
                    List.of(new ConflictField(
                            "Answer",
                            "words",
                            words,
                            theirs == null ? "" : Objects.requireNonNullElse(theirs.words(), ""),
                            null)),
                    Map.of("answer", answer.name()));
        }
        flash.addFlashAttribute("success", "Answered. The authority says whether it agrees.");
        return new ModelAndView("redirect:/packs/" + id);
    }

    private ModelAndView again(Viewer viewer, UUID id, UUID figure) {
        return Unprocessable.page("datapacks/figure", pages.figure(viewer, show.figure(viewer, id, figure)));
    }

    private ModelAndView changed(Viewer viewer, UUID id, UUID figure) {
        var view = figure(viewer, id, figure);
        view.addObject(
                "changed",
                "The figure has been changed since you opened the page. Nothing of yours has been done. Read it"
                        + " again.");
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    private ModelAndView conflict(
            Viewer viewer, ShowPack.One now, String act, List<ConflictField> fields, Map<String, String> hidden) {
        var page = pages.figure(viewer, now);
        var carried = new HashMap<>(hidden);
        carried.put("version", Long.toString(page.version()));
        var address = "/packs/" + page.pack() + "/figures/" + page.id();
        return new ConflictPage(page.title(), address + act, address, null, fields, carried).answer();
    }

    private static String typed(@Nullable String text, int longest, String field, String what, BindingResult errors) {
        var typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            errors.rejectValue(field, "blank", "Enter " + what);
        } else if (typed.length() > longest) {
            errors.rejectValue(
                    field,
                    "long",
                    Character.toUpperCase(what.charAt(0))
                            + what.substring(1)
                            + " must be %,d characters or fewer".formatted(longest));
        }
        return typed;
    }

    /** A number as people type it: with commas, a per cent sign, a real minus. */
    private static @Nullable BigDecimal number(@Nullable String text, BindingResult errors) {
        var typed = text == null
                ? ""
                : text.strip().replace(",", "").replace('−', '-').replaceFirst("\\s*%$", "");
        if (typed.isEmpty()) {
            errors.rejectValue("figure", "blank", "Enter your own figure");
        } else if (!typed.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            errors.rejectValue("figure", "number", "Your own figure must be a number, such as 12.5");
        } else {
            return new BigDecimal(typed);
        }
        return null;
    }
}
