package uk.slipway.roadmap;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.threads.Origin;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;
import uk.slipway.web.Unprocessable;

/** One priority and what lies under it; one action. Seen by those who see the board's business. */
@Controller
@SignedIn
class PriorityController {

    private static final String PRIORITY = "roadmap/priority";
    private static final String ACTION = "roadmap/action";

    private final ReadRoadmap read;
    private final KeepPriorities keep;
    private final MoveAction move;
    private final RoadmapPages pages;

    PriorityController(ReadRoadmap read, KeepPriorities keep, MoveAction move, RoadmapPages pages) {
        this.read = read;
        this.keep = keep;
        this.move = move;
        this.pages = pages;
    }

    @GetMapping("/roadmap/priorities/{id}")
    ModelAndView one(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(PRIORITY, Map.of("page", page(viewer, id), "form", RoadmapForm.Part.empty()));
    }

    private RoadmapPages.PriorityPage page(Viewer viewer, UUID id) {
        return pages.priority(read.one(viewer, new PriorityId(id)), read.today());
    }

    /** The page for those who keep the board's business; the others are told so before anything is looked at. */
    private RoadmapPages.PriorityPage keptPage(Viewer viewer, UUID id) {
        var page = page(viewer, id);
        if (!page.keeper()) {
            throw new NotYours();
        }
        return page;
    }

    @GetMapping("/roadmap/priorities/{id}/edit")
    ModelAndView toEdit(Viewer viewer, @PathVariable UUID id) {
        var priority = read.kept(viewer, new PriorityId(id));
        var board = read.board(viewer, priority.board());
        return new ModelAndView(
                "roadmap/form",
                Map.of(
                        "page", pages.form(board, priority, read.initiatives(board)),
                        "form", RoadmapForm.OfPriority.of(priority)));
    }

    @PostMapping("/roadmap/priorities/{id}/edit")
    ModelAndView edit(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") RoadmapForm.OfPriority form,
            BindingResult errors,
            RedirectAttributes flash) {
        var priority = read.kept(viewer, new PriorityId(id));
        var board = read.board(viewer, priority.board());
        var known = read.initiatives(board);
        var typed = form.toTyped(known, errors);
        if (typed == null) {
            return Unprocessable.page("roadmap/form", pages.form(board, priority, known));
        }
        try {
            keep.change(viewer, priority.id(), form.ofVersion(), typed);
        } catch (EditConflict conflict) {
            return RoadmapConflicts.of(read.kept(viewer, priority.id()), typed, pages.form(board, priority, known));
        }
        flash.addFlashAttribute("success", "The priority is changed.");
        return to(id);
    }

    @PostMapping("/roadmap/priorities/{id}/status")
    ModelAndView report(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") RoadmapForm.Part form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = keptPage(viewer, id);
        var standing = form.toStanding(errors);
        var words = RoadmapForm.text(form.words(), 2000, "words", "why it stands so", errors);
        if (errors.hasErrors() || standing == null) {
            return Unprocessable.page(PRIORITY, page);
        }
        keep.report(viewer, new PriorityId(id), standing, words);
        flash.addFlashAttribute("success", "Saved how it stands.");
        return to(id);
    }

    @PostMapping("/roadmap/priorities/{id}/indicators")
    ModelAndView judge(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") RoadmapForm.Part form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = keptPage(viewer, id);
        if (page.indicators().stream().noneMatch(known -> known.value().equals(form.indicator()))) {
            errors.rejectValue("indicator", "none", "Choose a published figure");
        }
        var target = form.toTarget(errors);
        int year = form.toYear(read.today(), errors);
        if (!errors.hasErrors() && target != null) {
            var indicator = Objects.requireNonNullElse(form.indicator(), "");
            try {
                if (!keep.judgeBy(viewer, new PriorityId(id), form.ofVersion(), indicator, target, year)) {
                    errors.rejectValue(
                            "indicator", "unpublished", "Nothing has been published of this figure to begin from");
                }
            } catch (EditConflict conflict) {
                return RoadmapConflicts.of(
                        read.one(viewer, new PriorityId(id)), indicator, target, year, page.indicators());
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page(PRIORITY, page);
        }
        flash.addFlashAttribute("success", "The target is set. The latest published figure is its baseline.");
        return to(id);
    }

    @PostMapping("/roadmap/priorities/{id}/activities")
    ModelAndView addActivity(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") RoadmapForm.Part form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = keptPage(viewer, id);
        var title = RoadmapForm.text(form.activity(), 150, "activity", "the activity", errors);
        var from = DateParts.required(form.from(), "from", "First day of the activity", errors);
        var until = DateParts.required(form.until(), "until", "Last day of the activity", errors);
        RoadmapForm.span(from, until, "until", errors);
        if (errors.hasErrors() || from == null || until == null) {
            return Unprocessable.page(PRIORITY, page);
        }
        keep.addActivity(viewer, new PriorityId(id), form.id(), title, from, until);
        flash.addFlashAttribute("success", "The activity is added.");
        return to(id);
    }

    @PostMapping("/roadmap/priorities/{id}/milestones")
    ModelAndView addMilestone(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") RoadmapForm.Part form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = keptPage(viewer, id);
        var title = RoadmapForm.text(form.milestone(), 150, "milestone", "the milestone", errors);
        var due = DateParts.required(form.due(), "due", "Day of the milestone", errors);
        if (errors.hasErrors() || due == null) {
            return Unprocessable.page(PRIORITY, page);
        }
        keep.addMilestone(viewer, new PriorityId(id), form.id(), title, due);
        flash.addFlashAttribute("success", "The milestone is added.");
        return to(id);
    }

    @PostMapping("/roadmap/priorities/{id}/milestones/{milestone}/reached")
    ModelAndView reach(Viewer viewer, @PathVariable UUID id, @PathVariable UUID milestone, RedirectAttributes flash) {
        keep.reach(viewer, new PriorityId(id), milestone);
        flash.addFlashAttribute("success", "The milestone is reached.");
        return to(id);
    }

    @PostMapping("/roadmap/priorities/{id}/actions")
    ModelAndView addAction(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") RoadmapForm.Part form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = keptPage(viewer, id);
        var seats = read.one(viewer, new PriorityId(id)).seats();
        var title = RoadmapForm.text(form.action(), 300, "action", "what is to be done", errors);
        var owner = RoadmapForm.owner(form.owner(), seats, errors);
        var due = DateParts.required(form.actionDue(), "actionDue", "Day by which it is done", errors);
        if (!Origin.isOffered(form.decision(), page.origins())) {
            errors.rejectValue("decision", "none", "Choose from the list");
        }
        if (errors.hasErrors() || owner == null || due == null) {
            return Unprocessable.page(PRIORITY, page);
        }
        keep.addAction(
                viewer,
                new PriorityId(id),
                new ActionId(form.id()),
                new KeepPriorities.ActionTyped(
                        title, owner, due, Origin.parse(form.decision()).orElse(null)));
        flash.addFlashAttribute("success", "The action is set. Its owner sees it on their home page.");
        return to(id);
    }

    @PostMapping("/roadmap/priorities/{id}/drop")
    ModelAndView drop(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") RoadmapForm.Part form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = page(viewer, id);
        read.kept(viewer, new PriorityId(id));
        var because = RoadmapForm.text(form.because(), 1000, "because", "why it is pursued no more", errors);
        if (errors.hasErrors()) {
            return Unprocessable.page(PRIORITY, page);
        }
        keep.drop(viewer, new PriorityId(id), because);
        flash.addFlashAttribute("success", "The priority is dropped. It stays on record.");
        return to(id);
    }

    @GetMapping("/roadmap/actions")
    ModelAndView actions(Viewer viewer, @RequestParam(required = false) @Nullable String show) {
        return new ModelAndView(
                "roadmap/actions", Map.of("page", pages.actions(viewer, read.actions(viewer), show, read.today())));
    }

    @GetMapping("/roadmap/actions/{id}")
    ModelAndView action(Viewer viewer, @PathVariable UUID id) {
        var one = read.action(viewer, new ActionId(id));
        return new ModelAndView(
                ACTION, Map.of("page", pages.action(one, read.today()), "form", RoadmapForm.OfAction.of(one.action())));
    }

    @PostMapping("/roadmap/actions/{id}/start")
    ModelAndView start(Viewer viewer, @PathVariable UUID id) {
        move.move(viewer, new ActionId(id), ActionState.IN_PROGRESS, null);
        return toAction(id);
    }

    @PostMapping("/roadmap/actions/{id}/done")
    ModelAndView done(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") RoadmapForm.OfAction form,
            BindingResult errors,
            RedirectAttributes flash) {
        var one = read.action(viewer, new ActionId(id));
        if (!one.keeper() && !one.owner()) {
            throw new NotYours();
        }
        var words = RoadmapForm.text(form.words(), 2000, "words", "what was done", errors);
        if (errors.hasErrors()) {
            return Unprocessable.page(ACTION, pages.action(one, read.today()));
        }
        try {
            move.finish(viewer, new ActionId(id), form.ofVersion(), words);
        } catch (EditConflict conflict) {
            var now = read.action(viewer, new ActionId(id)).action();
            if (now.state() != ActionState.DONE) {
                throw conflict;
            }
            return RoadmapConflicts.of(now, words);
        }
        flash.addFlashAttribute("success", "Saved as done. The clerk or a chair verifies it.");
        return toAction(id);
    }

    @PostMapping("/roadmap/actions/{id}/verify")
    ModelAndView verify(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        move.move(viewer, new ActionId(id), ActionState.VERIFIED, null);
        flash.addFlashAttribute("success", "The action is done and verified.");
        return toAction(id);
    }

    @PostMapping("/roadmap/actions/{id}/owner")
    ModelAndView give(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") RoadmapForm.OfAction form,
            BindingResult errors,
            RedirectAttributes flash) {
        var one = read.action(viewer, new ActionId(id));
        if (!one.keeper()) {
            throw new NotYours();
        }
        var owner = form.toOwner(one.seats(), errors);
        var due = DateParts.required(form.due(), "due", "Day by which it is done", errors);
        if (errors.hasErrors() || owner == null || due == null) {
            return Unprocessable.page(ACTION, pages.action(one, read.today()));
        }
        try {
            move.give(viewer, new ActionId(id), form.ofVersion(), owner, due);
        } catch (EditConflict conflict) {
            var now = read.action(viewer, new ActionId(id));
            if (now.action().state() == ActionState.VERIFIED) {
                throw conflict;
            }
            return RoadmapConflicts.of(now.action(), owner, due, pages.action(now, read.today()));
        }
        flash.addFlashAttribute("success", "Saved who owns it and by when it is due.");
        return toAction(id);
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/roadmap/priorities/" + id);
    }

    private static ModelAndView toAction(UUID id) {
        return new ModelAndView("redirect:/roadmap/actions/" + id);
    }
}
