package uk.slipway.headlines;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import uk.slipway.accounts.DirectorOnly;
import uk.slipway.accounts.OfstedOnly;
import uk.slipway.accounts.RegionalManagerOnly;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The list of headlines and the page of each; what one sees depends on who one is. */
@Controller
@HeadlineReaders
class HeadlinesController {

    private final ReadHeadlines read;
    private final OpenSharedHeadlines open;
    private final AnswerHeadline answer;
    private final DraftHeadlines drafts;
    private final AnswerSeminarProposal seminar;

    HeadlinesController(
            ReadHeadlines read,
            OpenSharedHeadlines open,
            AnswerHeadline answer,
            DraftHeadlines drafts,
            AnswerSeminarProposal seminar) {
        this.read = read;
        this.open = open;
        this.answer = answer;
        this.drafts = drafts;
        this.seminar = seminar;
    }

    /** A comment, other words, or a reason. */
    record WordsForm(
            @Nullable UUID act,
            @Nullable Long version,

            @Nullable
            @NotBlank(message = "Enter your words")
            @Size(max = 2000, message = "Your words must be 2,000 characters or fewer")
            String words) {

        /** A form whose id was lost makes a statement of its own: what was typed into it is worth more than the id. */
        WordsForm {
            act = act == null ? Uuid7.next() : act;
        }

        String typed() {
            return Objects.requireNonNull(words).strip();
        }

        UUID actId() {
            return Objects.requireNonNull(act);
        }

        long ofVersion() {
            return version == null ? -1 : version;
        }
    }

    @GetMapping("/headlines")
    ModelAndView list(Viewer viewer, @ModelAttribute("filter") ReadHeadlines.Filter filter) {
        return viewer.is(Role.OFSTED_COLLEAGUE)
                ? new ModelAndView("headlines/assigned", Map.of("page", open.assigned(viewer)))
                : new ModelAndView("headlines/list", Map.of("page", read.list(viewer, filter)));
    }

    @GetMapping("/headlines/{id}")
    ModelAndView record(Viewer viewer, @PathVariable UUID id) {
        return viewer.is(Role.OFSTED_COLLEAGUE)
                ? new ModelAndView("headlines/shared", Map.of("page", open.open(viewer, new HeadlineId(id))))
                : new ModelAndView("headlines/record", Map.of("page", read.record(viewer, new HeadlineId(id))));
    }

    @GetMapping("/headlines/shared/{code}")
    @OfstedOnly
    ModelAndView shared(Viewer viewer, @PathVariable String code) {
        return new ModelAndView("headlines/shared", Map.of("page", open.open(viewer, code)));
    }

    @PostMapping("/headlines/{id}/seminar-proposal")
    @OfstedOnly
    ModelAndView propose(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") NoteForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        if (errors.hasErrors() || form.act() == null) {
            return again("headlines/shared", open.open(viewer, new HeadlineId(id)));
        }
        open.proposeForSeminar(viewer, new HeadlineId(id), form.act(), form.note());
        flash.addFlashAttribute(
                "success", "You proposed the strength for a seminar. Its Director is asked for consent.");
        return new ModelAndView("redirect:/headlines/" + id);
    }

    record NoteForm(
            @Nullable UUID act,

            @Nullable @Size(max = 2000, message = "The note must be 2,000 characters or fewer")
            String note) {

        NoteForm {
            act = act == null ? Uuid7.next() : act;
        }
    }

    @PostMapping("/headlines/{id}/comment")
    ModelAndView comment(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = read.record(viewer, new HeadlineId(id));
        if (!page.mayComment()) {
            throw new NotYours();
        }
        if (errors.hasErrors() || form.act() == null) {
            return again("headlines/record", page, "comment");
        }
        answer.comment(viewer, new HeadlineId(id), form.actId(), form.typed());
        flash.addFlashAttribute("success", "Your comment has been added.");
        return new ModelAndView("redirect:/headlines/" + id);
    }

    @PostMapping("/headlines/{id}/agree")
    @DirectorOnly
    ModelAndView agree(
            Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") WordsForm form, RedirectAttributes flash) {
        try {
            answer.agree(viewer, new HeadlineId(id), form.ofVersion());
        } catch (EditConflict conflict) {
            return changed(viewer, id);
        }
        flash.addFlashAttribute("success", "You agreed the headline.");
        return backToForum(viewer, id);
    }

    @PostMapping("/headlines/{id}/dispute")
    @DirectorOnly
    ModelAndView dispute(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = read.record(viewer, new HeadlineId(id));
        if (!page.directs()) {
            throw new NotYours();
        }
        if (!errors.hasErrors() && form.typed().length() > 500) {
            errors.rejectValue("words", "long", "Your words must be 500 characters or fewer");
        }
        if (!errors.hasErrors() && page.mayAgree() && form.typed().equals(page.text())) {
            errors.rejectValue(
                    "words", "same", "Your words are the same as the region’s. Agree the headline, or change them");
        }
        if (errors.hasErrors() || form.act() == null) {
            return again("headlines/record", page, "dispute");
        }
        try {
            answer.dispute(viewer, new HeadlineId(id), form.ofVersion(), form.actId(), form.typed());
        } catch (EditConflict conflict) {
            return conflict(page, "/headlines/" + id + "/dispute", form);
        }
        flash.addFlashAttribute(
                "success", "You disputed the headline. The regional manager accepts your words or proposes again.");
        return backToForum(viewer, id);
    }

    @PostMapping("/headlines/{id}/accept")
    @RegionalManagerOnly
    ModelAndView accept(
            Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") WordsForm form, RedirectAttributes flash) {
        try {
            answer.acceptAuthoritysWords(viewer, new HeadlineId(id), form.ofVersion());
        } catch (EditConflict conflict) {
            return changed(viewer, id);
        }
        flash.addFlashAttribute("success", "You accepted the authority’s words. The headline is agreed.");
        return backToForum(viewer, id);
    }

    @PostMapping("/headlines/{id}/drop")
    @RegionalManagerOnly
    ModelAndView drop(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = read.record(viewer, new HeadlineId(id));
        if (errors.hasErrors()) {
            return again("headlines/record", page, "drop");
        }
        try {
            drafts.drop(viewer, new HeadlineId(id), form.ofVersion(), form.typed());
        } catch (EditConflict conflict) {
            return changed(viewer, id).addObject("typed", form.typed());
        }
        flash.addFlashAttribute("success", "The headline is not pursued. Both sides’ words stay in its history.");
        return backToForum(viewer, id);
    }

    @GetMapping("/headlines/{id}/words")
    ModelAndView words(Viewer viewer, @PathVariable UUID id) {
        var page = read.record(viewer, new HeadlineId(id));
        if (!page.mayPropose()) {
            throw new NotYours();
        }
        return new ModelAndView(
                "headlines/words", Map.of("page", page, "form", read.formOf(viewer, new HeadlineId(id))));
    }

    @PostMapping("/headlines/{id}/words")
    ModelAndView propose(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") HeadlineForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = read.record(viewer, new HeadlineId(id));
        if (!page.captures()) {
            throw new NotYours();
        }
        form.check(errors);
        if (errors.hasErrors()) {
            return again("headlines/words", page);
        }
        try {
            drafts.propose(
                    viewer, new HeadlineId(id), form.version() == null ? -1 : form.version(), form.act(), form.typed());
        } catch (EditConflict conflict) {
            var typed = form.typed();
            return new ConflictPage(
                            page.title(),
                            "/headlines/" + id + "/words",
                            "/headlines/" + id,
                            null,
                            List.of(
                                    new ConflictField("Headline", "text", typed.text(), page.text(), null),
                                    new ConflictField(
                                            "Evidence",
                                            "evidence",
                                            Objects.requireNonNullElse(typed.evidence(), ""),
                                            Objects.requireNonNullElse(page.evidence(), ""),
                                            null)),
                            Map.of(
                                    "id", form.act().toString(),
                                    "version", Long.toString(page.version()),
                                    "kind", typed.kind().name(),
                                    "area", Objects.requireNonNullElse(typed.area(), ""),
                                    "tags", String.join(", ", typed.tags())))
                    .answer();
        }
        flash.addFlashAttribute("success", "The headline has been changed. It waits for the authority.");
        return backToForum(viewer, id);
    }

    @PostMapping("/headlines/{id}/seminar-consent")
    @DirectorOnly
    ModelAndView consent(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        try {
            seminar.consent(viewer, new HeadlineId(id));
        } catch (EditConflict conflict) {
            return changed(viewer, id);
        }
        flash.addFlashAttribute("success", "You consented to the strength being used in a seminar.");
        return new ModelAndView("redirect:/headlines/" + id);
    }

    @PostMapping("/headlines/{id}/seminar-decline")
    @DirectorOnly
    ModelAndView decline(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = read.record(viewer, new HeadlineId(id));
        if (!page.directs()) {
            throw new NotYours();
        }
        if (page.proposal() == null) {
            throw new NotFound();
        }
        if (errors.hasErrors()) {
            return again("headlines/record", page, "decline");
        }
        try {
            seminar.decline(viewer, new HeadlineId(id), form.typed());
        } catch (EditConflict conflict) {
            return changed(viewer, id).addObject("typed", form.typed());
        }
        flash.addFlashAttribute("success", "You declined the proposal. Ofsted’s colleague reads your reason.");
        return new ModelAndView("redirect:/headlines/" + id);
    }

    private ModelAndView backToForum(Viewer viewer, UUID id) {
        return new ModelAndView(
                "redirect:/forums/" + read.record(viewer, new HeadlineId(id)).forumId() + "/headlines");
    }

    /** The words on the table are not those that were answered: the page as it is now, with 409. */
    private ModelAndView changed(Viewer viewer, UUID id) {
        return new ModelAndView(
                "headlines/record",
                Map.of(
                        "page",
                        read.record(viewer, new HeadlineId(id)),
                        "notice",
                        "The headline has been changed since you opened the page. Nothing of yours has been done. Read"
                                + " it again below."),
                HttpStatus.CONFLICT);
    }

    private static ModelAndView conflict(ReadHeadlines.RecordPage page, String action, WordsForm form) {
        return new ConflictPage(
                        page.title(),
                        action,
                        "/headlines/" + page.id(),
                        null,
                        List.of(new ConflictField("Headline", "words", form.typed(), page.text(), null)),
                        Map.of("act", form.actId().toString(), "version", Long.toString(page.version())))
                .answer();
    }

    private static ModelAndView again(String view, Object page) {
        return new ModelAndView(view, Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView again(String view, Object page, String which) {
        return new ModelAndView(view, Map.of("page", page, "which", which), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
