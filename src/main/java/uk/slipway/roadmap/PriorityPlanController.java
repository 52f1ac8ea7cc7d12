package uk.slipway.roadmap;

import java.util.Map;
import java.util.UUID;
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
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.Unprocessable;

/** The plan under a priority as it goes on: its activities and milestones are moved, worded otherwise, or taken out. */
@Controller
@SignedIn
class PriorityPlanController {

    private static final String ACTIVITY = "roadmap/activity";
    private static final String MILESTONE = "roadmap/milestone";

    private final ReadRoadmap read;
    private final KeepPriorities keep;
    private final RoadmapPages pages;

    PriorityPlanController(ReadRoadmap read, KeepPriorities keep, RoadmapPages pages) {
        this.read = read;
        this.keep = keep;
        this.pages = pages;
    }

    @GetMapping("/roadmap/priorities/{id}/activities/{activity}")
    ModelAndView activity(Viewer viewer, @PathVariable UUID id, @PathVariable UUID activity) {
        var one = read.keptOne(viewer, new PriorityId(id));
        var now = activity(one, activity);
        return new ModelAndView(
                ACTIVITY, Map.of("page", pages.activity(one, now), "form", RoadmapForm.OfActivity.of(now)));
    }

    @PostMapping("/roadmap/priorities/{id}/activities/{activity}")
    ModelAndView activity(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID activity,
            @ModelAttribute("form") RoadmapForm.OfActivity form,
            BindingResult errors,
            RedirectAttributes flash) {
        var one = read.keptOne(viewer, new PriorityId(id));
        var page = pages.activity(one, activity(one, activity));
        var typed = form.toTyped(errors);
        if (typed == null) {
            return Unprocessable.page(ACTIVITY, page);
        }
        try {
            keep.change(viewer, new PriorityId(id), activity, form.ofVersion(), typed);
        } catch (EditConflict conflict) {
            return RoadmapConflicts.of(activity(read.keptOne(viewer, new PriorityId(id)), activity), typed, page);
        }
        flash.addFlashAttribute("success", "The activity is changed.");
        return to(id);
    }

    @PostMapping("/roadmap/priorities/{id}/activities/{activity}/remove")
    ModelAndView removeActivity(
            Viewer viewer, @PathVariable UUID id, @PathVariable UUID activity, RedirectAttributes flash) {
        keep.removeActivity(viewer, new PriorityId(id), activity);
        flash.addFlashAttribute(
                "success", "The activity is taken out of the plan. The history keeps that it was there.");
        return to(id);
    }

    private static RoadmapRows.Activity activity(ReadRoadmap.One one, UUID id) {
        return one.activities().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/roadmap/priorities/{id}/milestones/{milestone}")
    ModelAndView milestone(Viewer viewer, @PathVariable UUID id, @PathVariable UUID milestone) {
        var one = read.keptOne(viewer, new PriorityId(id));
        var now = milestone(one, milestone);
        return new ModelAndView(
                MILESTONE, Map.of("page", pages.milestone(one, now), "form", RoadmapForm.OfMilestone.of(now)));
    }

    @PostMapping("/roadmap/priorities/{id}/milestones/{milestone}")
    ModelAndView milestone(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID milestone,
            @ModelAttribute("form") RoadmapForm.OfMilestone form,
            BindingResult errors,
            RedirectAttributes flash) {
        var one = read.keptOne(viewer, new PriorityId(id));
        var page = pages.milestone(one, milestone(one, milestone));
        var typed = form.toTyped(read.today(), errors);
        if (typed == null) {
            return Unprocessable.page(MILESTONE, page);
        }
        try {
            keep.change(viewer, new PriorityId(id), milestone, form.ofVersion(), typed);
        } catch (EditConflict conflict) {
            return RoadmapConflicts.of(milestone(read.keptOne(viewer, new PriorityId(id)), milestone), typed, page);
        }
        flash.addFlashAttribute("success", "The milestone is changed.");
        return to(id);
    }

    @PostMapping("/roadmap/priorities/{id}/milestones/{milestone}/remove")
    ModelAndView removeMilestone(
            Viewer viewer, @PathVariable UUID id, @PathVariable UUID milestone, RedirectAttributes flash) {
        keep.removeMilestone(viewer, new PriorityId(id), milestone);
        flash.addFlashAttribute(
                "success", "The milestone is taken out of the plan. The history keeps that it was there.");
        return to(id);
    }

    private static RoadmapRows.Milestone milestone(ReadRoadmap.One one, UUID id) {
        return one.milestones().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/roadmap/priorities/" + id);
    }
}
