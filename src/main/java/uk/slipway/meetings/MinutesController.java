package uk.slipway.meetings;

import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.meetings.MeetingForms.AttendanceForm;
import uk.slipway.meetings.MeetingForms.MinuteForm;
import uk.slipway.partnership.Typed;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.EditConflict;

/** On the day and after it: who came, the minutes, and how they become the public record. */
@Controller
@SignedIn
class MinutesController {

    private final ShowMeetings show;
    private final HoldMeeting hold;
    private final WriteMinutes minutes;

    MinutesController(ShowMeetings show, HoldMeeting hold, WriteMinutes minutes) {
        this.show = show;
        this.hold = hold;
        this.minutes = minutes;
    }

    @GetMapping("/meetings/{meeting}/attendance")
    ModelAndView attendance(Viewer viewer, @PathVariable UUID meeting) {
        var id = new MeetingId(meeting);
        var now = show.kept(viewer, id);
        var form =
                new AttendanceForm(Long.toString(now.attendanceVersion()), null, null, null, null, now.othersPresent());
        return MeetingsController.form("attendance", show.attendance(viewer, id, null, Map.of()), form);
    }

    @PostMapping("/meetings/{meeting}/attendance")
    ModelAndView attendance(
            Viewer viewer,
            @PathVariable UUID meeting,
            @ModelAttribute("form") AttendanceForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new MeetingId(meeting);
        show.kept(viewer, id);
        var lines = form.lines(errors);
        var others = Typed.optional(form.others(), "others", "the others present", 2000, errors);
        if (!errors.hasErrors()) {
            try {
                hold.record(viewer, id, Typed.version(form.version()), List.copyOf(lines.values()), others);
            } catch (EditConflict conflict) {
                return show.attendanceSaved(viewer, id)
                        .answer("meetings/attendance", show.attendance(viewer, id, lines, form.names()));
            } catch (Refused refused) {
                errors.rejectValue("member", "refused", refused.words());
            }
        }
        if (errors.hasErrors()) {
            return new ModelAndView(
                    "meetings/attendance",
                    Map.of("page", show.attendance(viewer, id, lines, form.names())),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("success", "Who came has been recorded. The minutes can be written.");
        return MeetingsController.back(meeting);
    }

    record ApologiesForm(@Nullable String sorry) {}

    @PostMapping("/meetings/{meeting}/apologies")
    ModelAndView apologise(
            Viewer viewer,
            @PathVariable UUID meeting,
            @ModelAttribute("form") ApologiesForm form,
            RedirectAttributes flash) {
        try {
            boolean sorry = "true".equals(form.sorry());
            hold.apologise(viewer, new MeetingId(meeting), sorry);
            flash.addFlashAttribute(
                    "success", sorry ? "Your apologies have been recorded." : "You are expected at the meeting.");
        } catch (Refused refused) {
            flash.addFlashAttribute("notice", refused.words());
        }
        return MeetingsController.back(meeting);
    }

    @GetMapping("/meetings/{meeting}/minutes")
    ModelAndView minutes(Viewer viewer, @PathVariable UUID meeting) {
        return new ModelAndView("meetings/minutes", Map.of("page", show.minutes(viewer, new MeetingId(meeting))));
    }

    /**
     * Saves the minute of one item. The page's script sends it while it is typed, with a header of its own, and is answered
     * with the version that is saved now, or with what somebody else saved; without the script the button sends the same
     * form, and two texts are shown side by side.
     */
    @PostMapping("/meetings/{meeting}/minutes/{item}")
    Object write(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @ModelAttribute("form") MinuteForm form,
            BindingResult errors,
            @RequestHeader(name = "Slipway-Autosave", required = false) @Nullable String autosave,
            RedirectAttributes flash) {
        var id = new MeetingId(meeting);
        var of = new AgendaItemId(item);
        show.kept(viewer, id);
        show.item(viewer, id, of);
        var text = form.minute() == null ? "" : form.minute();
        if (text.length() > WriteMinutes.LONGEST) {
            return refused(
                    viewer, id, of, text, autosave, errors, "The minute of an item must be 20,000 characters or fewer");
        }
        long saved;
        try {
            saved = minutes.write(viewer, id, of, Typed.version(form.version()), text);
        } catch (MinuteConflict conflict) {
            return autosave != null
                    ? ResponseEntity.status(HttpStatus.CONFLICT)
                            .body(Map.of("by", conflict.by() == null ? "somebody else" : conflict.by()))
                    : conflict(viewer, id, of, text, conflict);
        } catch (Refused refused) {
            return refused(viewer, id, of, text, autosave, errors, refused.words());
        }
        if (autosave != null) {
            return ResponseEntity.ok(Map.of("version", saved));
        }
        flash.addFlashAttribute("success", "The minute has been saved.");
        return new ModelAndView("redirect:/meetings/" + meeting + "/minutes#item-" + item);
    }

    private Object refused(
            Viewer viewer,
            MeetingId id,
            AgendaItemId item,
            String text,
            @Nullable String autosave,
            BindingResult errors,
            String words) {
        if (autosave != null) {
            return ResponseEntity.unprocessableContent().body(Map.of("why", words));
        }
        errors.rejectValue("minute", "refused", words);
        return new ModelAndView(
                "meetings/minutes",
                Map.of("page", show.minutes(viewer, id, item, text)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView conflict(
            Viewer viewer, MeetingId id, AgendaItemId item, String mine, MinuteConflict conflict) {
        var address = "/meetings/" + id.value() + "/minutes";
        return new ConflictPage(
                        "Minute of “" + show.item(viewer, id, item).title() + "”",
                        address + "/" + item.value(),
                        address,
                        conflict.by(),
                        List.of(new ConflictField("Minute", "minute", mine, conflict.theirs(), null)),
                        Map.of("version", Long.toString(conflict.version())))
                .answer();
    }

    @PostMapping("/meetings/{meeting}/minutes/clear")
    ModelAndView clear(Viewer viewer, @PathVariable UUID meeting, RedirectAttributes flash) {
        return moved(
                meeting, flash, "You have cleared the minutes.", () -> minutes.clear(viewer, new MeetingId(meeting)));
    }

    @PostMapping("/meetings/{meeting}/minutes/circulate")
    ModelAndView circulate(Viewer viewer, @PathVariable UUID meeting, RedirectAttributes flash) {
        return moved(
                meeting,
                flash,
                "The minutes have been sent to the members.",
                () -> minutes.circulate(viewer, new MeetingId(meeting)));
    }

    @PostMapping("/meetings/{meeting}/minutes/reopen")
    ModelAndView reopen(Viewer viewer, @PathVariable UUID meeting, RedirectAttributes flash) {
        return moved(
                meeting, flash, "The minutes are a draft again.", () -> minutes.reopen(viewer, new MeetingId(meeting)));
    }

    @PostMapping("/meetings/{meeting}/minutes/approve")
    ModelAndView approve(Viewer viewer, @PathVariable UUID meeting, RedirectAttributes flash) {
        return moved(
                meeting,
                flash,
                "The approval has been recorded. The public record is open to everybody who has signed in.",
                () -> minutes.approve(viewer, new MeetingId(meeting)));
    }

    private static ModelAndView moved(UUID meeting, RedirectAttributes flash, String done, Runnable move) {
        try {
            move.run();
            flash.addFlashAttribute("success", done);
        } catch (Refused refused) {
            flash.addFlashAttribute("notice", refused.words());
        }
        return MeetingsController.back(meeting);
    }
}
