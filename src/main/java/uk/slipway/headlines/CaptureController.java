package uk.slipway.headlines;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.peerchallenge.CaptureView;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.peerchallenge.OutOfStep;
import uk.slipway.peerchallenge.RecordAttendance;
import uk.slipway.peerchallenge.ShowCapture;
import uk.slipway.peerchallenge.WriteForumNotes;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;

/** The one page of the day: attendance, notes and draft headlines, each saved by itself so that nothing waits for another. */
@Controller
@HeadlineReaders
class CaptureController {

    private static final int LONGEST_LIST = 5_000;

    private final ShowCapture capture;
    private final RecordAttendance recordAttendance;
    private final WriteForumNotes writeNotes;
    private final ReadHeadlines read;

    CaptureController(
            ShowCapture capture, RecordAttendance recordAttendance, WriteForumNotes writeNotes, ReadHeadlines read) {
        this.capture = capture;
        this.recordAttendance = recordAttendance;
        this.writeNotes = writeNotes;
        this.read = read;
    }

    record CapturePage(CaptureView capture, ReadHeadlines.ForumPage forum) {}

    record AttendanceForm(
            @Nullable Long version,
            @Nullable List<UUID> present,
            @Nullable String others) {}

    record NotesForm(@Nullable Long version, @Nullable String notes) {}

    @GetMapping("/forums/{id}/capture")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "headlines/capture",
                Map.of("page", page(viewer, id), "form", HeadlineForm.empty(), "which", "headline"));
    }

    @PostMapping("/forums/{id}/capture/attendance")
    ModelAndView attendance(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") AttendanceForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = page(viewer, id);
        var others = form.others() == null ? "" : form.others().strip();
        if (others.length() > LONGEST_LIST) {
            errors.rejectValue("others", "long", "The names must be 5,000 characters or fewer");
        }
        if (!errors.hasErrors()) {
            try {
                recordAttendance.record(
                        new ForumId(id),
                        form.version() == null ? -1 : form.version(),
                        form.present() == null
                                ? java.util.Set.of()
                                : form.present().stream().map(AccountId::new).collect(Collectors.toSet()),
                        others,
                        viewer);
                flash.addFlashAttribute("success", "The attendance has been saved.");
                return new ModelAndView("redirect:/forums/" + id + "/capture");
            } catch (OutOfStep step) {
                errors.reject("step", step.inWords());
            } catch (EditConflict conflict) {
                return new ConflictPage(
                                page.forum().title(),
                                "/forums/" + id + "/capture/attendance",
                                "/forums/" + id + "/capture",
                                null,
                                List.of(new ConflictField(
                                        "Who else was there",
                                        "others",
                                        others,
                                        page.capture().others(),
                                        null)),
                                Map.of("version", Long.toString(page.capture().attendanceVersion())))
                        .answer();
            }
        }
        return again(page, "attendance");
    }

    @PostMapping("/forums/{id}/capture/notes")
    ModelAndView notes(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") NotesForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = page(viewer, id);
        var notes = form.notes() == null ? "" : form.notes();
        if (notes.length() > WriteForumNotes.LONGEST) {
            errors.rejectValue(
                    "notes", "long", "The notes must be %,d characters or fewer".formatted(WriteForumNotes.LONGEST));
        }
        if (!errors.hasErrors()) {
            try {
                writeNotes.write(new ForumId(id), form.version() == null ? -1 : form.version(), notes, viewer);
                flash.addFlashAttribute("success", "The notes have been saved.");
                return new ModelAndView("redirect:/forums/" + id + "/capture");
            } catch (OutOfStep step) {
                errors.reject("step", step.inWords());
            } catch (EditConflict conflict) {
                return new ConflictPage(
                                page.forum().title(),
                                "/forums/" + id + "/capture/notes",
                                "/forums/" + id + "/capture",
                                page.capture().notesSaved(),
                                List.of(new ConflictField(
                                        "Notes", "notes", notes, page.capture().notes(), null)),
                                Map.of("version", Long.toString(page.capture().notesVersion())))
                        .answer();
            }
        }
        return again(page, "notes");
    }

    private CapturePage page(Viewer viewer, UUID id) {
        var forum = read.ofForum(viewer, new ForumId(id));
        if (!forum.mayCapture()) {
            throw new NotYours();
        }
        return new CapturePage(capture.of(new ForumId(id), viewer), forum);
    }

    private static ModelAndView again(CapturePage page, String which) {
        return new ModelAndView(
                "headlines/capture", Map.of("page", page, "which", which), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
