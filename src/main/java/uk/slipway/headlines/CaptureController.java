package uk.slipway.headlines;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
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

/**
 * The one page of the day: attendance, notes and draft headlines, each saved by its own button so that nothing waits for
 * another, in one form so that nothing typed is lost by saving another.
 */
@Controller
@HeadlineReaders
class CaptureController {

    private static final String VIEW = "headlines/capture";
    private static final String UNSAVED = "unsaved";
    private static final int LONGEST_LIST = 5_000;

    private final ShowCapture capture;
    private final RecordAttendance recordAttendance;
    private final WriteForumNotes writeNotes;
    private final ReadHeadlines read;
    private final DraftHeadlines drafts;
    private final Validator validator;

    CaptureController(
            ShowCapture capture,
            RecordAttendance recordAttendance,
            WriteForumNotes writeNotes,
            ReadHeadlines read,
            DraftHeadlines drafts,
            @Qualifier("mvcValidator") Validator validator) {
        this.capture = capture;
        this.recordAttendance = recordAttendance;
        this.writeNotes = writeNotes;
        this.read = read;
        this.drafts = drafts;
        this.validator = validator;
    }

    record CapturePage(CaptureView capture, ReadHeadlines.ForumPage forum) {}

    @GetMapping("/forums/{id}/capture")
    ModelAndView show(Viewer viewer, @PathVariable UUID id, Model model) {
        var form = model.getAttribute(UNSAVED) instanceof CaptureForm unsaved ? unsaved : CaptureForm.empty();
        return new ModelAndView(VIEW, Map.of("page", page(viewer, id), "form", form));
    }

    @PostMapping("/forums/{id}/capture/headline")
    ModelAndView headline(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") CaptureForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = page(viewer, id);
        var takesNone = page.forum().takesNone();
        if (takesNone != null) {
            errors.reject("none", takesNone);
            return again(page);
        }
        var headline = form.headline();
        validator.validate(headline, errors);
        headline.check(errors);
        headline.checkOrigin(page.forum().questions(), errors);
        if (!errors.hasErrors()) {
            try {
                drafts.draft(
                        viewer, new ForumId(id), new HeadlineId(headline.act()), headline.typed(), headline.origin());
                return saved(id, "The headline has been drafted.", form.withoutHeadline(), flash);
            } catch (DraftHeadlines.TakesNoHeadlines none) {
                errors.reject("none", none.inWords());
                return again(page(viewer, id));
            }
        }
        return again(page);
    }

    @PostMapping("/forums/{id}/capture/attendance")
    ModelAndView attendance(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") CaptureForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = page(viewer, id);
        if (form.othersTyped().length() > LONGEST_LIST) {
            errors.rejectValue("others", "long", "The names must be 5,000 characters or fewer");
        }
        if (!errors.hasErrors()) {
            try {
                recordAttendance.record(
                        new ForumId(id),
                        form.attendanceVersion() == null ? -1 : form.attendanceVersion(),
                        form.presentTyped(),
                        form.othersTyped(),
                        viewer);
                return saved(id, "The attendance has been saved.", form.withoutAttendance(), flash);
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
                                        form.othersTyped(),
                                        page.capture().others(),
                                        null)),
                                Map.of(
                                        "attendanceVersion",
                                        Long.toString(page.capture().attendanceVersion())))
                        .answer();
            }
        }
        return again(page);
    }

    @PostMapping("/forums/{id}/capture/notes")
    ModelAndView notes(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") CaptureForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = page(viewer, id);
        if (form.notesTyped().length() > WriteForumNotes.LONGEST) {
            errors.rejectValue(
                    "notes", "long", "The notes must be %,d characters or fewer".formatted(WriteForumNotes.LONGEST));
        }
        if (!errors.hasErrors()) {
            try {
                writeNotes.write(
                        new ForumId(id),
                        form.notesVersion() == null ? -1 : form.notesVersion(),
                        form.notesTyped(),
                        viewer);
                return saved(id, "The notes have been saved.", form.withoutNotes(), flash);
            } catch (OutOfStep step) {
                errors.reject("step", step.inWords());
            } catch (EditConflict conflict) {
                return new ConflictPage(
                                page.forum().title(),
                                "/forums/" + id + "/capture/notes",
                                "/forums/" + id + "/capture",
                                page.capture().notesSaved(),
                                List.of(new ConflictField(
                                        "Notes",
                                        "notes",
                                        form.notesTyped(),
                                        page.capture().notes(),
                                        null)),
                                Map.of(
                                        "notesVersion",
                                        Long.toString(page.capture().notesVersion())))
                        .answer();
            }
        }
        return again(page);
    }

    /** What the other parts hold goes along to the next page once, unsaved as it is. */
    private static ModelAndView saved(UUID id, String words, CaptureForm rest, RedirectAttributes flash) {
        flash.addFlashAttribute("success", words);
        flash.addFlashAttribute(UNSAVED, rest);
        return new ModelAndView("redirect:/forums/" + id + "/capture");
    }

    private CapturePage page(Viewer viewer, UUID id) {
        var forum = read.ofForum(viewer, new ForumId(id));
        if (!forum.mayCapture()) {
            throw new NotYours();
        }
        return new CapturePage(capture.of(new ForumId(id), viewer), forum);
    }

    private static ModelAndView again(CapturePage page) {
        return new ModelAndView(VIEW, Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
