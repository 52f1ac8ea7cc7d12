package uk.slipway.peerchallenge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.RegionalManagerOnly;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

@Controller
@ForumPeopleOnly
class ForumsController {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_REASON = 500;

    private final ListForums listForums;
    private final ShowForum showForum;
    private final ScheduleForum scheduleForum;
    private final ConfirmPanel confirmPanel;
    private final IssuePack issuePack;
    private final IssueQuestions issueQuestions;
    private final HoldForum holdForum;
    private final StopForum stopForum;
    private final ScheduleFormPage scheduleFormPage;

    ForumsController(
            ListForums listForums,
            ShowForum showForum,
            ScheduleForum scheduleForum,
            ConfirmPanel confirmPanel,
            IssuePack issuePack,
            IssueQuestions issueQuestions,
            HoldForum holdForum,
            StopForum stopForum,
            ScheduleFormPage scheduleFormPage) {
        this.listForums = listForums;
        this.showForum = showForum;
        this.scheduleForum = scheduleForum;
        this.confirmPanel = confirmPanel;
        this.issuePack = issuePack;
        this.issueQuestions = issueQuestions;
        this.holdForum = holdForum;
        this.stopForum = stopForum;
        this.scheduleFormPage = scheduleFormPage;
    }

    record FilterForm(
            @Nullable String year,
            @Nullable String state,
            @Nullable String after) {}

    record ListPage(
            String title,
            List<Crumb> crumbs,
            ListForums.Found found,
            List<Option> years,
            List<Option> states,
            @Nullable String state,
            boolean manages,
            boolean ofTheRegion,
            boolean ofsted,
            boolean director,
            boolean filtered,
            boolean continued) {}

    record ScheduleForm(
            @Nullable String id,
            @Nullable String version,
            @Nullable String authority,
            @Nullable DateParts day,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String place,
            @Nullable String link,
            @Nullable String chair,
            @Nullable String because) {}

    record ReasonForm(@Nullable String because) {}

    record StepPage(
            ShowForum.ForumPage forum,
            String title,
            List<String> words,
            String button,
            String action,
            boolean quiet,
            boolean asksReason) {}

    @GetMapping("/forums")
    ModelAndView list(Viewer viewer, @ModelAttribute("form") FilterForm form) {
        var year =
                form.year() == null ? null : AcademicYear.fromSlug(form.year()).orElse(null);
        var state = form.state() == null || form.state().isBlank() ? null : form.state();
        var found = listForums.list(viewer, year, state, form.after());
        var states = new ArrayList<Option>();
        states.add(Option.of("", "All"));
        if (viewer.isOfTheRegionalTeam()) {
            states.add(Option.of("NONE", "Not scheduled"));
        }
        for (var one : ForumState.values()) {
            states.add(Option.of(one.name(), one.inWords()));
        }
        return new ModelAndView(
                "peerchallenge/list",
                Map.of(
                        "page",
                        new ListPage(
                                "Forums, " + found.year().label(),
                                List.of(new Crumb("Home", "/")),
                                found,
                                found.years().stream()
                                        .map(one -> Option.of(one.slug(), one.label()))
                                        .toList(),
                                states,
                                state,
                                viewer.is(Role.REGIONAL_MANAGER),
                                viewer.isOfTheRegionalTeam(),
                                viewer.is(Role.OFSTED_COLLEAGUE),
                                viewer.is(Role.DIRECTOR),
                                state != null,
                                form.after() != null),
                        "form",
                        new FilterForm(found.year().slug(), state, null)));
    }

    @RegionalManagerOnly
    @GetMapping("/forums/new")
    ModelAndView create(Viewer viewer, @RequestParam(required = false) @Nullable String authority) {
        return new ModelAndView(
                "peerchallenge/schedule",
                Map.of(
                        "page",
                        scheduleFormPage.forNew(viewer),
                        "form",
                        new ScheduleForm(
                                Uuid7.next().toString(),
                                null,
                                authority,
                                DateParts.of(null),
                                "10am",
                                "4pm",
                                null,
                                null,
                                null,
                                null)));
    }

    @RegionalManagerOnly
    @PostMapping("/forums/new")
    ModelAndView schedule(
            Viewer viewer, @ModelAttribute("form") ScheduleForm form, BindingResult errors, RedirectAttributes flash) {
        var page = scheduleFormPage.forNew(viewer);
        var id = new ForumId(Typed.id(form.id()));
        var authority = page.authorityWith(form.authority());
        if (authority == null) {
            errors.rejectValue("authority", "blank", "Choose an authority");
        }
        var sitting = sitting(form, errors);
        if (!errors.hasErrors() && authority != null) {
            try {
                var made =
                        scheduleForum.schedule(id, authority.id(), page.cycle().id(), sitting, viewer);
                flash.addFlashAttribute(
                        made.equals(id) ? "success" : "notice",
                        made.equals(id)
                                ? "The forum for " + authority.name() + " is in the plan."
                                : authority.name() + " has a forum this year already. This is it.");
                return new ModelAndView("redirect:/forums/" + made.value());
            } catch (RuleBroken broken) {
                reject(broken, "day", errors);
            }
        }
        return Unprocessable.page("peerchallenge/schedule", page);
    }

    @GetMapping("/forums/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("peerchallenge/forum", Map.of("page", showForum.of(new ForumId(id), viewer)));
    }

    @RegionalManagerOnly
    @GetMapping("/forums/{id}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable UUID id) {
        var forum = showForum.of(new ForumId(id), viewer);
        var sitting = forum.sitting();
        var words = new Words();
        return new ModelAndView(
                "peerchallenge/schedule",
                Map.of(
                        "page",
                        scheduleFormPage.forOne(forum),
                        "form",
                        new ScheduleForm(
                                null,
                                Long.toString(forum.version()),
                                null,
                                DateParts.of(sitting.heldOn()),
                                words.time(sitting.startsAt()),
                                words.time(sitting.endsAt()),
                                sitting.place(),
                                sitting.link(),
                                sitting.chair(),
                                sitting.acceptedBecause())));
    }

    @RegionalManagerOnly
    @PostMapping("/forums/{id}/edit")
    ModelAndView reschedule(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var forum = showForum.of(new ForumId(id), viewer);
        var sitting = sitting(form, errors);
        if (!errors.hasErrors()) {
            try {
                scheduleForum.reschedule(new ForumId(id), Typed.version(form.version()), sitting, viewer);
                flash.addFlashAttribute("success", "The forum’s arrangements have been saved.");
                return new ModelAndView("redirect:/forums/" + id);
            } catch (RuleBroken broken) {
                reject(broken, "day", errors);
            } catch (EditConflict | OptimisticLockingFailureException conflict) {
                return conflict(showForum.of(new ForumId(id), viewer), form, sitting);
            }
        }
        return Unprocessable.page("peerchallenge/schedule", scheduleFormPage.forOne(forum));
    }

    @RegionalManagerOnly
    @GetMapping("/forums/{id}/confirm-panel")
    ModelAndView askConfirmPanel(Viewer viewer, @PathVariable UUID id) {
        var forum = showForum.of(new ForumId(id), viewer);
        return step(
                forum,
                "Confirm the panel for " + forum.authority().name(),
                List.of(ConfirmPanel.WORDS, "The authority sees who is on its panel."),
                "Confirm the panel",
                "confirm-panel");
    }

    @RegionalManagerOnly
    @PostMapping("/forums/{id}/confirm-panel")
    ModelAndView confirm(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        try {
            confirmPanel.confirm(new ForumId(id), viewer);
        } catch (RuleBroken broken) {
            throw new OutOfStep(broken.concerns().getFirst().words());
        }
        flash.addFlashAttribute("success", "The panel is confirmed.");
        return back(id);
    }

    @RegionalManagerOnly
    @GetMapping("/forums/{id}/issue-pack")
    ModelAndView askIssuePack(Viewer viewer, @PathVariable UUID id) {
        var forum = showForum.of(new ForumId(id), viewer);
        return step(
                forum,
                "Issue the pack for " + forum.authority().name(),
                List.of(
                        "The people on the panel read the authority’s self-evaluation: at once if it has been"
                                + " submitted, otherwise from submission.",
                        "They can then add challenge questions of their own."),
                "Issue the pack",
                "issue-pack");
    }

    @RegionalManagerOnly
    @PostMapping("/forums/{id}/issue-pack")
    ModelAndView issuePack(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        issuePack.issue(new ForumId(id), viewer);
        flash.addFlashAttribute("success", "The pack has been issued to the panel.");
        return back(id);
    }

    @RegionalTeamOnly
    @GetMapping("/forums/{id}/issue-questions")
    ModelAndView askIssueQuestions(Viewer viewer, @PathVariable UUID id) {
        var forum = showForum.of(new ForumId(id), viewer);
        return step(
                forum,
                "Issue the questions to " + forum.authority().name(),
                List.of(
                        new Words().count(forum.questions().size(), "question goes", "questions go")
                                + " to the authority, which sees them from now on and can answer in writing.",
                        "The questions cannot be changed after that."),
                "Issue the questions",
                "issue-questions");
    }

    @RegionalTeamOnly
    @PostMapping("/forums/{id}/issue-questions")
    ModelAndView issueQuestions(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        issueQuestions.issue(new ForumId(id), viewer);
        flash.addFlashAttribute("success", "The questions have been issued.");
        return back(id);
    }

    @GetMapping("/forums/{id}/hold")
    ModelAndView askHold(Viewer viewer, @PathVariable UUID id) {
        var forum = showForum.of(new ForumId(id), viewer);
        if (!forum.captures()) {
            throw new NotYours();
        }
        var words = new ArrayList<String>();
        if (forum.state() == ForumState.QUESTIONS_ISSUED) {
            words.add(
                    "The authority has not sent its written responses. You can record the forum as held without them.");
        }
        words.add("What " + forum.authority().name()
                + " submitted then counts as challenged. Attendance, notes and draft" + " headlines are written next.");
        return step(
                forum, "Record " + forum.authority().name() + "’s forum as held", words, "The forum was held", "hold");
    }

    @PostMapping("/forums/{id}/hold")
    ModelAndView hold(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        holdForum.hold(new ForumId(id), viewer);
        flash.addFlashAttribute("success", "The forum has been recorded as held.");
        return back(id);
    }

    @RegionalManagerOnly
    @GetMapping("/forums/{id}/postpone")
    ModelAndView askPostpone(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "peerchallenge/step",
                Map.of("page", postponing(showForum.of(new ForumId(id), viewer)), "form", new ReasonForm(null)));
    }

    @RegionalManagerOnly
    @PostMapping("/forums/{id}/postpone")
    ModelAndView postpone(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        return stop(
                postponing(showForum.of(new ForumId(id), viewer)),
                form,
                errors,
                because -> stopForum.postpone(new ForumId(id), because, viewer),
                "The forum has been postponed.",
                flash);
    }

    @RegionalManagerOnly
    @GetMapping("/forums/{id}/cancel")
    ModelAndView askCancel(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "peerchallenge/step",
                Map.of("page", cancelling(showForum.of(new ForumId(id), viewer)), "form", new ReasonForm(null)));
    }

    @RegionalManagerOnly
    @PostMapping("/forums/{id}/cancel")
    ModelAndView cancel(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        return stop(
                cancelling(showForum.of(new ForumId(id), viewer)),
                form,
                errors,
                because -> stopForum.cancel(new ForumId(id), because, viewer),
                "The forum has been cancelled.",
                flash);
    }

    private static ModelAndView stop(
            StepPage page,
            ReasonForm form,
            BindingResult errors,
            Consumer<String> stopping,
            String done,
            RedirectAttributes flash) {
        var because = Typed.required(form.because(), LONGEST_REASON, "because", "the reason", errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("peerchallenge/step", page);
        }
        stopping.accept(because);
        flash.addFlashAttribute("success", done);
        return back(page.forum().id());
    }

    private static StepPage postponing(ShowForum.ForumPage forum) {
        return new StepPage(
                forum,
                "Postpone " + forum.authority().name() + "’s forum",
                List.of("It loses its day and keeps its panel. Everybody who sees the forum reads the reason."),
                "Postpone the forum",
                "/forums/" + forum.id() + "/postpone",
                true,
                true);
    }

    private static StepPage cancelling(ShowForum.ForumPage forum) {
        return new StepPage(
                forum,
                "Cancel " + forum.authority().name() + "’s forum",
                List.of(
                        "The panel is dissolved and can read neither the forum nor its papers any more.",
                        "The authority and the regional team read the reason. A new forum can be scheduled."),
                "Cancel the forum",
                "/forums/" + forum.id() + "/cancel",
                true,
                true);
    }

    private static ModelAndView step(
            ShowForum.ForumPage forum, String title, List<String> words, String button, String action) {
        return new ModelAndView(
                "peerchallenge/step",
                Map.of(
                        "page",
                        new StepPage(forum, title, words, button, "/forums/" + forum.id() + "/" + action, false, false),
                        "form",
                        new ReasonForm(null)));
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/forums/" + id);
    }

    static void reject(RuleBroken broken, String field, BindingResult errors) {
        for (var concern : broken.concerns()) {
            errors.rejectValue(field, concern.stops() ? "stops" : "warns", concern.rule() + ": " + concern.words());
        }
        if (!broken.stops()) {
            errors.rejectValue("because", "blank", "Give a reason to go ahead all the same");
        }
    }

    /** What was typed stays in the form; what is saved now stands beside it. Saving again saves what was typed. */
    private ModelAndView conflict(ShowForum.ForumPage now, ScheduleForm form, Sitting mine) {
        var page = scheduleFormPage.inConflict(now, mine);
        var answer = new ModelAndView("peerchallenge/schedule", HttpStatus.CONFLICT);
        answer.addObject("page", page);
        answer.addObject(
                "form",
                new ScheduleForm(
                        null,
                        Long.toString(now.version()),
                        null,
                        form.day(),
                        form.starts(),
                        form.ends(),
                        form.place(),
                        form.link(),
                        form.chair(),
                        form.because()));
        return answer;
    }

    private static Sitting sitting(ScheduleForm form, BindingResult errors) {
        var day = DateParts.optional(form.day(), "day", "Date of the forum", errors);
        if (day != null && (day.getYear() < 1990 || day.getYear() > 2100)) {
            errors.rejectValue("day", "date.year", "Date of the forum must be between 1990 and 2100");
        }
        var starts = SpokenTime.optional(form.starts(), "starts", errors);
        var ends = SpokenTime.optional(form.ends(), "ends", errors);
        if (starts != null && ends != null && !ends.isAfter(starts)) {
            errors.rejectValue("ends", "order", "The end must be after the start");
        }
        return new Sitting(
                day,
                starts,
                ends,
                Typed.optional(form.place(), LONGEST_LINE, "place", "place", errors),
                Typed.optional(form.link(), LONGEST_LINE, "link", "link", errors),
                Typed.optional(form.chair(), LONGEST_LINE, "chair", "chair", errors),
                Typed.optional(form.because(), LONGEST_REASON, "because", "reason", errors));
    }
}
