package uk.slipway.meetings;

import java.util.Map;
import java.util.UUID;
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
import uk.slipway.kernel.Uuid7;
import uk.slipway.meetings.MeetingForms.DuplicateForm;
import uk.slipway.meetings.MeetingForms.PlanForm;
import uk.slipway.meetings.MeetingForms.ReasonForm;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Typed;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Unprocessable;

/** Meetings: set up and sent out by the clerk and the chair, read by the board's members; the public record by everybody. */
@Controller
@SignedIn
class MeetingsController {

    private final ShowMeetings show;
    private final PlanMeetings plan;
    private final MakePack pack;

    MeetingsController(ShowMeetings show, PlanMeetings plan, MakePack pack) {
        this.show = show;
        this.plan = plan;
        this.pack = pack;
    }

    @GetMapping("/boards/{board}/meetings")
    ModelAndView list(Viewer viewer, @PathVariable UUID board) {
        return new ModelAndView("meetings/list", Map.of("page", show.list(viewer, new BoardId(board))));
    }

    @GetMapping("/boards/{board}/records")
    ModelAndView records(@PathVariable UUID board) {
        return new ModelAndView("meetings/records", Map.of("page", show.records(new BoardId(board))));
    }

    @GetMapping("/boards/{board}/meetings/new")
    ModelAndView plan(Viewer viewer, @PathVariable UUID board) {
        return form("plan", show.planForm(viewer, new BoardId(board)), PlanForm.empty());
    }

    @PostMapping("/boards/{board}/meetings/new")
    ModelAndView plan(
            Viewer viewer,
            @PathVariable UUID board,
            @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = show.planForm(viewer, new BoardId(board));
        var id = Typed.id(form.id()).orElseGet(Uuid7::next);
        var typed = form.typed(errors);
        int count = Typed.number(form.count(), "count", "how many", 1, PlanMeetings.MOST_IN_A_SERIES, errors);
        int weeks = count > 1 ? Typed.number(form.weeks(), "weeks", "the weeks between them", 1, 52, errors) : 1;
        var series = count > 1 ? Typed.text(form.series(), "series", "the name of the series", 200, errors) : null;
        if (typed == null || errors.hasErrors()) {
            return Unprocessable.page("meetings/plan", page);
        }
        plan.plan(
                viewer,
                new BoardId(board),
                new MeetingId(id),
                typed,
                count,
                weeks,
                series,
                "true".equals(form.backlog()));
        flash.addFlashAttribute(
                "success",
                count == 1
                        ? "The meeting has been set up. Put items on its agenda."
                        : count + " meetings have been set up. This is the first.");
        return new ModelAndView("redirect:/meetings/" + id);
    }

    @GetMapping("/meetings/{meeting}")
    ModelAndView meeting(Viewer viewer, @PathVariable UUID meeting) {
        return new ModelAndView("meetings/meeting", Map.of("page", show.page(viewer, new MeetingId(meeting))));
    }

    @GetMapping("/meetings/{meeting}/record")
    ModelAndView record(@PathVariable UUID meeting) {
        return new ModelAndView("meetings/record", Map.of("page", show.record(new MeetingId(meeting))));
    }

    @GetMapping("/meetings/{meeting}/pack.pdf")
    ResponseEntity<byte[]> pack(Viewer viewer, @PathVariable UUID meeting) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("pack.pdf").build().toString())
                .body(pack.of(viewer, new MeetingId(meeting)));
    }

    @GetMapping("/meetings/{meeting}/change")
    ModelAndView change(Viewer viewer, @PathVariable UUID meeting) {
        var id = new MeetingId(meeting);
        return form(
                "change",
                show.form(viewer, id, "Change the meeting", "/change"),
                PlanForm.of(show.meeting(viewer, id)));
    }

    @PostMapping("/meetings/{meeting}/change")
    ModelAndView change(
            Viewer viewer,
            @PathVariable UUID meeting,
            @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new MeetingId(meeting);
        var page = show.form(viewer, id, "Change the meeting", "/change");
        var typed = form.typed(errors);
        if (typed == null) {
            return Unprocessable.page("meetings/change", page);
        }
        try {
            plan.change(viewer, id, Typed.version(form.version()), typed);
        } catch (EditConflict conflict) {
            var now = show.meeting(viewer, id);
            if (now.state() != Meeting.State.PLANNED) {
                throw conflict;
            }
            return MeetingConflicts.of(typed, now);
        }
        flash.addFlashAttribute("success", "The meeting has been changed.");
        return back(meeting);
    }

    @GetMapping("/meetings/{meeting}/duplicate")
    ModelAndView duplicate(Viewer viewer, @PathVariable UUID meeting) {
        return form(
                "duplicate",
                show.form(viewer, new MeetingId(meeting), "Set up another meeting like this one", "/duplicate"),
                new DuplicateForm(Uuid7.next().toString(), DateParts.EMPTY));
    }

    @PostMapping("/meetings/{meeting}/duplicate")
    ModelAndView duplicate(
            Viewer viewer,
            @PathVariable UUID meeting,
            @ModelAttribute("form") DuplicateForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new MeetingId(meeting);
        var page = show.form(viewer, id, "Set up another meeting like this one", "/duplicate");
        var fresh = new MeetingId(Typed.id(form.id()).orElseGet(Uuid7::next));
        var on = DateParts.required(form.on(), "on", "Date", errors);
        if (on == null) {
            return Unprocessable.page("meetings/duplicate", page);
        }
        plan.duplicate(viewer, id, fresh, on);
        flash.addFlashAttribute("success", "The meeting has been set up with the same agenda.");
        return back(fresh.value());
    }

    @GetMapping("/meetings/{meeting}/cancel")
    ModelAndView cancel(Viewer viewer, @PathVariable UUID meeting) {
        return form(
                "cancel",
                show.form(viewer, new MeetingId(meeting), "Cancel the meeting", "/cancel"),
                new ReasonForm(null));
    }

    @PostMapping("/meetings/{meeting}/cancel")
    ModelAndView cancel(
            Viewer viewer,
            @PathVariable UUID meeting,
            @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new MeetingId(meeting);
        var page = show.form(viewer, id, "Cancel the meeting", "/cancel");
        var reason = Typed.text(form.reason(), "reason", "why it is cancelled", 1000, errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("meetings/cancel", page);
        }
        plan.cancel(viewer, id, reason);
        flash.addFlashAttribute("success", "The meeting has been cancelled. Its items wait in the backlog.");
        return back(meeting);
    }

    @PostMapping("/meetings/{meeting}/issue")
    ModelAndView issue(Viewer viewer, @PathVariable UUID meeting, RedirectAttributes flash) {
        try {
            plan.issue(viewer, new MeetingId(meeting));
            flash.addFlashAttribute("success", "The agenda has been sent to the board’s members.");
        } catch (Refused refused) {
            flash.addFlashAttribute("notice", refused.words());
        }
        return back(meeting);
    }

    static ModelAndView back(UUID meeting) {
        return new ModelAndView("redirect:/meetings/" + meeting);
    }

    static ModelAndView form(String view, Object page, Object form) {
        return new ModelAndView("meetings/" + view, Map.of("page", page, "form", form));
    }
}
