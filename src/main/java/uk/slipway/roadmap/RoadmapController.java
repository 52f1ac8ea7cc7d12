package uk.slipway.roadmap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.CoordinatorOnly;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Unprocessable;

/**
 * Roadmaps of boards: the picture and its table, partners' aims beside them, and the region's initiatives. Whoever has
 * signed in may sit on a board; whoever does not is told that there is no such roadmap.
 */
@Controller
@SignedIn
class RoadmapController {

    private final ReadRoadmap read;
    private final KeepPriorities keep;
    private final KeepAims aims;
    private final KeepInitiatives initiatives;
    private final RoadmapPages pages;
    private final RoadmapPdf pdf;

    RoadmapController(
            ReadRoadmap read,
            KeepPriorities keep,
            KeepAims aims,
            KeepInitiatives initiatives,
            RoadmapPages pages,
            RoadmapPdf pdf) {
        this.read = read;
        this.keep = keep;
        this.aims = aims;
        this.initiatives = initiatives;
        this.pages = pages;
        this.pdf = pdf;
    }

    @GetMapping("/roadmap")
    ModelAndView boards(Viewer viewer) {
        var boards = read.boards(viewer);
        return new ModelAndView("roadmap/boards", Map.of("page", pages.boards(viewer, boards, read.progress(boards))));
    }

    @GetMapping("/roadmap/boards/{board}")
    ModelAndView roadmap(Viewer viewer, @PathVariable UUID board) {
        return new ModelAndView("roadmap/roadmap", Map.of("page", page(viewer, board)));
    }

    private RoadmapPages.RoadmapPage page(Viewer viewer, UUID board) {
        return pages.roadmap(read.whole(viewer, new BoardId(board)), read.today());
    }

    @GetMapping("/roadmap/boards/{board}/roadmap.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @PathVariable UUID board) {
        return CsvDownload.answer("roadmap", RoadmapPages.COLUMNS, RoadmapPages.rows(page(viewer, board)));
    }

    @GetMapping("/roadmap/boards/{board}/roadmap.pdf")
    ResponseEntity<byte[]> sheet(Viewer viewer, @PathVariable UUID board) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("roadmap.pdf")
                                .build()
                                .toString())
                .body(pdf.of(page(viewer, board)));
    }

    @GetMapping("/roadmap/boards/{board}/priorities")
    ModelAndView toSet(Viewer viewer, @PathVariable UUID board) {
        var found = read.keptBoard(viewer, new BoardId(board));
        return new ModelAndView(
                "roadmap/form",
                Map.of(
                        "page", pages.form(found, null, read.initiatives(found)),
                        "form", RoadmapForm.OfPriority.empty()));
    }

    @PostMapping("/roadmap/boards/{board}/priorities")
    ModelAndView set(
            Viewer viewer,
            @PathVariable UUID board,
            @ModelAttribute("form") RoadmapForm.OfPriority form,
            BindingResult errors) {
        var found = read.keptBoard(viewer, new BoardId(board));
        var known = read.initiatives(found);
        var typed = form.toTyped(known, errors);
        if (typed == null) {
            return Unprocessable.page("roadmap/form", pages.form(found, null, known));
        }
        var id = form.id();
        keep.add(viewer, found.id(), id, typed);
        return new ModelAndView("redirect:/roadmap/priorities/" + id.value());
    }

    @GetMapping("/roadmap/boards/{board}/alignment")
    ModelAndView alignment(Viewer viewer, @PathVariable UUID board) {
        return new ModelAndView("roadmap/alignment", Map.of("page", alignmentPage(viewer, board)));
    }

    private RoadmapPages.AlignmentPage alignmentPage(Viewer viewer, UUID board) {
        return pages.alignment(read.alignment(viewer, new BoardId(board)));
    }

    @GetMapping("/roadmap/boards/{board}/alignment.csv")
    ResponseEntity<byte[]> alignmentCsv(Viewer viewer, @PathVariable UUID board) {
        var page = alignmentPage(viewer, board);
        return CsvDownload.answer(
                "who-backs-which-priority", RoadmapPages.alignmentColumns(page), RoadmapPages.alignmentRows(page));
    }

    @GetMapping("/roadmap/boards/{board}/aims")
    ModelAndView aims(Viewer viewer, @PathVariable UUID board) {
        return new ModelAndView(
                "roadmap/aims", Map.of("page", aimsPage(viewer, board), "form", new RoadmapForm.Aims(null, null)));
    }

    private RoadmapPages.AimsPage aimsPage(Viewer viewer, UUID board) {
        var found = read.alignment(viewer, new BoardId(board));
        if (!found.mayEnter()) {
            throw new NotYours();
        }
        return pages.aims(viewer, found);
    }

    @PostMapping("/roadmap/boards/{board}/aims")
    ModelAndView enterAims(
            Viewer viewer,
            @PathVariable UUID board,
            @ModelAttribute("form") RoadmapForm.Aims form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = aimsPage(viewer, board);
        var words = new LinkedHashSet<String>();
        PlanHeadings.typed(form.words(), words, errors);
        PlanHeadings.sent(form.file(), words, errors);
        if (words.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("words", "blank", "Enter at least one aim, or choose a file that has some");
        }
        int added = errors.hasErrors() ? 0 : aims.add(viewer, new BoardId(board), List.copyOf(words));
        if (added < 0) {
            errors.rejectValue("words", "many", "A plan can have at most " + KeepAims.MOST + " aims here");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("roadmap/aims", page);
        }
        flash.addFlashAttribute(
                "success",
                added == 0
                        ? "These aims were there already."
                        : "Added: " + added + ". Say below which priorities each backs.");
        return new ModelAndView("redirect:/roadmap/boards/" + board + "/aims");
    }

    @PostMapping("/roadmap/boards/{board}/aims/{aim}")
    ModelAndView tie(
            Viewer viewer,
            @PathVariable UUID board,
            @PathVariable UUID aim,
            @ModelAttribute("form") RoadmapForm.Tie form,
            RedirectAttributes flash) {
        var chosen = Objects.requireNonNullElse(form.priorities(), List.<String>of()).stream()
                .map(RoadmapForm::uuid)
                .map(PriorityId::new)
                .collect(Collectors.toSet());
        try {
            aims.tie(viewer, new BoardId(board), aim, form.ofVersion(), chosen);
        } catch (EditConflict conflict) {
            var now = read.alignment(viewer, new BoardId(board)).aims().stream()
                    .filter(each -> each.id().equals(aim))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            return RoadmapConflicts.of(
                    board,
                    now,
                    chosen,
                    aimsPage(viewer, board).aims().stream()
                            .filter(row -> row.id().equals(aim))
                            .findFirst()
                            .orElseThrow(NotFound::new)
                            .ticks());
        }
        flash.addFlashAttribute("success", "Saved which priorities the aim backs.");
        return new ModelAndView("redirect:/roadmap/boards/" + board + "/aims");
    }

    @PostMapping("/roadmap/boards/{board}/aims/{aim}/remove")
    ModelAndView removeAim(Viewer viewer, @PathVariable UUID board, @PathVariable UUID aim, RedirectAttributes flash) {
        aims.remove(viewer, new BoardId(board), aim);
        flash.addFlashAttribute("success", "The aim is removed.");
        return new ModelAndView("redirect:/roadmap/boards/" + board + "/aims");
    }

    @GetMapping("/roadmap/initiatives")
    ModelAndView initiatives(Viewer viewer) {
        return new ModelAndView(
                "roadmap/initiatives",
                Map.of("page", initiativesPage(viewer), "form", RoadmapForm.OfInitiative.empty()));
    }

    private RoadmapPages.InitiativesPage initiativesPage(Viewer viewer) {
        return pages.initiatives(viewer, initiatives.of(viewer), read.today());
    }

    @PostMapping("/roadmap/initiatives")
    @CoordinatorOnly
    ModelAndView addInitiative(
            Viewer viewer,
            @ModelAttribute("form") RoadmapForm.OfInitiative form,
            BindingResult errors,
            RedirectAttributes flash) {
        var kind = form.toKind(errors);
        var name = RoadmapForm.text(form.name(), 150, "name", "the initiative’s name", errors);
        var about = RoadmapForm.text(form.about(), 1000, "about", "what it is", errors);
        var from = DateParts.required(form.startsOn(), "startsOn", "First day", errors);
        var until = DateParts.optional(form.endsOn(), "endsOn", "Last day", errors);
        if (from != null && until != null && until.isBefore(from)) {
            errors.rejectValue("endsOn", "before", "The last day must not be before the first");
        }
        if (errors.hasErrors() || kind == null || from == null) {
            return Unprocessable.page("roadmap/initiatives", initiativesPage(viewer));
        }
        if (!initiatives.add(viewer, form.id(), kind, name, about, from, until)) {
            errors.rejectValue("name", "known", "The list has an initiative of this name from that day");
            return Unprocessable.page("roadmap/initiatives", initiativesPage(viewer));
        }
        flash.addFlashAttribute("success", name + " is on the list.");
        return new ModelAndView("redirect:/roadmap/initiatives");
    }

    @PostMapping("/roadmap/initiatives/{initiative}/end")
    @CoordinatorOnly
    ModelAndView endInitiative(Viewer viewer, @PathVariable UUID initiative, RedirectAttributes flash) {
        initiatives.end(viewer, initiative);
        flash.addFlashAttribute("success", "The initiative has ended. Priorities that joined up with it still say so.");
        return new ModelAndView("redirect:/roadmap/initiatives");
    }
}
