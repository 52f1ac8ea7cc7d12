package uk.slipway.monitoring;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import uk.slipway.web.CsvDownload;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Unprocessable;

/** What boards watch. Whoever has signed in may sit on a board; whoever does not is told that there is nothing. */
@Controller
@SignedIn
class MonitoringController {

    private static final String ROUTINE = "monitoring/routine";

    private final ReadMonitoring read;
    private final KeepRoutines keep;
    private final GatherFigures gather;
    private final MonitoringPages pages;

    MonitoringController(ReadMonitoring read, KeepRoutines keep, GatherFigures gather, MonitoringPages pages) {
        this.read = read;
        this.keep = keep;
        this.gather = gather;
        this.pages = pages;
    }

    @GetMapping("/monitoring")
    ModelAndView boards(Viewer viewer) {
        var boards = read.boards(viewer);
        return new ModelAndView("monitoring/boards", Map.of("page", pages.boards(boards, read.lastRounds(boards))));
    }

    /** Which place is looked at, as the form of the page sends it. */
    record OfForm(@Nullable String of) {}

    @GetMapping("/monitoring/boards/{board}")
    ModelAndView framework(Viewer viewer, @PathVariable UUID board, @ModelAttribute("form") OfForm form) {
        return new ModelAndView(
                "monitoring/framework",
                Map.of("page", pages.framework(read.framework(viewer, new BoardId(board), form.of()), read.today())));
    }

    @GetMapping("/monitoring/boards/{board}/routines")
    ModelAndView toSetUp(Viewer viewer, @PathVariable UUID board) {
        var found = read.keptBoard(viewer, new BoardId(board));
        return new ModelAndView(
                "monitoring/form",
                Map.of(
                        "page", pages.form(found, null, read.reporters(found.id())),
                        "form", MonitoringForm.OfRoutine.empty()));
    }

    @PostMapping("/monitoring/boards/{board}/routines")
    ModelAndView setUp(
            Viewer viewer,
            @PathVariable UUID board,
            @ModelAttribute("form") MonitoringForm.OfRoutine form,
            BindingResult errors) {
        var found = read.keptBoard(viewer, new BoardId(board));
        var seats = read.reporters(found.id());
        var typed = form.toTyped(seats, read.today(), errors);
        if (typed == null) {
            return Unprocessable.page("monitoring/form", pages.form(found, null, seats));
        }
        var id = form.id();
        keep.add(viewer, found.id(), id, typed);
        return to(id);
    }

    @GetMapping("/monitoring/routines/{id}")
    ModelAndView routine(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                ROUTINE,
                Map.of(
                        "page",
                        pages.routine(read.routine(viewer, id), read.today()),
                        "form",
                        MonitoringForm.Watch.empty()));
    }

    @GetMapping("/monitoring/routines/{id}/edit")
    ModelAndView toEdit(Viewer viewer, @PathVariable UUID id) {
        var found = read.kept(viewer, id);
        var board = read.keptBoard(viewer, found.routine().board());
        return new ModelAndView(
                "monitoring/form",
                Map.of(
                        "page", pages.form(board, found.routine(), read.reporters(board.id())),
                        "form", MonitoringForm.OfRoutine.of(found.routine())));
    }

    @PostMapping("/monitoring/routines/{id}/edit")
    ModelAndView edit(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") MonitoringForm.OfRoutine form,
            BindingResult errors,
            RedirectAttributes flash) {
        var found = read.kept(viewer, id);
        var board = read.keptBoard(viewer, found.routine().board());
        var seats = read.reporters(board.id());
        var typed = form.toTyped(seats, read.today(), errors);
        if (typed == null) {
            return Unprocessable.page("monitoring/form", pages.form(board, found.routine(), seats));
        }
        try {
            keep.change(viewer, id, form.ofVersion(), typed);
        } catch (EditConflict conflict) {
            var now = read.kept(viewer, id).routine();
            if (now.endedOn() != null) {
                throw conflict;
            }
            return MonitoringConflicts.of(now, typed, pages.form(board, now, seats));
        }
        flash.addFlashAttribute("success", "The routine is changed.");
        return to(id);
    }

    @PostMapping("/monitoring/routines/{id}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        keep.end(viewer, id);
        flash.addFlashAttribute("success", "The routine has ended. Its rounds stay on record.");
        return to(id);
    }

    @PostMapping("/monitoring/routines/{id}/gather")
    ModelAndView gather(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        var round = gather.now(viewer, id);
        if (round == null) {
            flash.addFlashAttribute(
                    "notice", "There was nothing to gather: its day has not come, or nothing is watched.");
            return to(id);
        }
        flash.addFlashAttribute("success", "The figures are gathered. Whoever reports is asked what they mean.");
        return new ModelAndView("redirect:/monitoring/rounds/" + round);
    }

    @PostMapping("/monitoring/routines/{id}/indicators")
    ModelAndView watch(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") MonitoringForm.Watch form,
            BindingResult errors,
            RedirectAttributes flash) {
        var found = read.kept(viewer, id);
        var choice = found.choices().stream()
                .filter(each -> each.slug().equals(form.indicator()))
                .findFirst()
                .orElse(null);
        if (choice == null) {
            errors.rejectValue("indicator", "none", "Choose a published figure");
        }
        var rule = form.toRule(errors);
        var limit = form.toLimit(rule, errors);
        if (errors.hasErrors() || choice == null || rule == null) {
            return Unprocessable.page(ROUTINE, pages.routine(found, read.today()));
        }
        var watched = new Routine.Watched(id, choice.slug(), rule, limit);
        try {
            keep.watch(viewer, form.ofVersion(), watched);
        } catch (EditConflict conflict) {
            var now = read.kept(viewer, id);
            if (now.routine().endedOn() != null) {
                throw conflict;
            }
            return MonitoringConflicts.of(now, watched, pages.routine(now, read.today()));
        }
        flash.addFlashAttribute("success", choice.name() + " is watched.");
        return to(id);
    }

    @PostMapping("/monitoring/routines/{id}/indicators/{indicator}/remove")
    ModelAndView unwatch(
            Viewer viewer, @PathVariable UUID id, @PathVariable String indicator, RedirectAttributes flash) {
        keep.unwatch(viewer, id, indicator);
        flash.addFlashAttribute("success", "It is watched no more. Rounds that were gathered keep it.");
        return to(id);
    }

    @GetMapping("/monitoring/rounds/{id}")
    ModelAndView round(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("monitoring/round", Map.of("page", pages.round(read.round(viewer, id))));
    }

    @GetMapping("/monitoring/rounds/{id}/figures.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @PathVariable UUID id) {
        return CsvDownload.answer("monitoring-round", MonitoringPages.COLUMNS, pages.rows(read.round(viewer, id)));
    }

    @GetMapping("/monitoring/rounds/{id}/indicators/{indicator}")
    ModelAndView toComment(Viewer viewer, @PathVariable UUID id, @PathVariable UUID indicator) {
        var found = commented(viewer, id);
        var one = one(found, indicator);
        return new ModelAndView(
                "monitoring/comment",
                Map.of(
                        "page",
                        pages.comment(found, one),
                        "form",
                        new MonitoringForm.Comment(Long.toString(one.version()), one.commentary())));
    }

    @PostMapping("/monitoring/rounds/{id}/indicators/{indicator}")
    ModelAndView comment(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID indicator,
            @ModelAttribute("form") MonitoringForm.Comment form,
            BindingResult errors,
            RedirectAttributes flash) {
        var found = commented(viewer, id);
        var words = MonitoringForm.text(form.words(), 4000, "words", "what the figures mean", errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("monitoring/comment", pages.comment(found, one(found, indicator)));
        }
        try {
            keep.comment(viewer, id, indicator, form.ofVersion(), words);
        } catch (EditConflict conflict) {
            return MonitoringConflicts.of(id, one(commented(viewer, id), indicator), words);
        }
        flash.addFlashAttribute("success", "Saved. The board reads it beside the figures.");
        return new ModelAndView("redirect:/monitoring/rounds/" + id);
    }

    private ReadMonitoring.OneRound commented(Viewer viewer, UUID id) {
        var found = read.round(viewer, id);
        if (!found.mayComment()) {
            throw new NotYours();
        }
        return found;
    }

    private static Round.Of one(ReadMonitoring.OneRound found, UUID indicator) {
        return found.indicators().stream()
                .filter(each -> each.id().equals(indicator))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/monitoring/routines/" + id);
    }
}
