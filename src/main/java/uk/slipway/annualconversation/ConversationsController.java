package uk.slipway.annualconversation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.DirectorOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.sharing.ReceiptId;
import uk.slipway.threads.Origin;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Annual conversations: planned, held, and what follows from them. */
@Controller
@ConversationParties
class ConversationsController {

    private final ReadConversations read;
    private final PlanConversation plan;
    private final HoldConversation hold;
    private final WriteNotes notes;
    private final AgreeNextSteps steps;
    private final ShareConversation share;

    ConversationsController(
            ReadConversations read,
            PlanConversation plan,
            HoldConversation hold,
            WriteNotes notes,
            AgreeNextSteps steps,
            ShareConversation share) {
        this.read = read;
        this.plan = plan;
        this.hold = hold;
        this.notes = notes;
        this.steps = steps;
        this.share = share;
    }

    @GetMapping("/conversations")
    @ConversationReaders
    ModelAndView list(Viewer viewer, @RequestParam(required = false) @Nullable String after) {
        return new ModelAndView("annualconversation/list", Map.of("page", read.list(viewer, after)));
    }

    @GetMapping("/conversations/new")
    ModelAndView begin(Viewer viewer) {
        var page = plan.begin(viewer);
        var only =
                page.authorities().size() == 1 ? page.authorities().getFirst().value() : null;
        return new ModelAndView("annualconversation/new", Map.of("page", page, "form", ConversationForm.empty(only)));
    }

    @PostMapping("/conversations/new")
    ModelAndView plan(
            Viewer viewer,
            @Valid @ModelAttribute("form") ConversationForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = plan.begin(viewer);
        var arrangements = form.check(errors);
        if (form.remit() == null && !errors.hasFieldErrors("remit")) {
            errors.rejectValue("remit", "none", "Choose what the conversation is about");
        }
        var only =
                page.authorities().size() == 1 ? page.authorities().getFirst().value() : null;
        var authority = form.authority() == null || form.authority().isBlank() ? only : form.authority();
        if (authority == null) {
            errors.rejectValue("authority", "none", "Choose the authority");
        }
        var id = form.id();
        if (!errors.hasErrors() && arrangements != null && id != null && authority != null) {
            try {
                var warning = plan.plan(
                        viewer, new ConversationId(id), authority, Objects.requireNonNull(form.remit()), arrangements);
                flash.addFlashAttribute(
                        warning == null ? "success" : "notice",
                        warning == null ? "The conversation is planned." : "The conversation is planned. " + warning);
                return to(id);
            } catch (PlanConversation.OneIsPlanned | DataIntegrityViolationException planned) {
                errors.rejectValue("remit", "planned", "A conversation about this is planned for this year already");
            }
        }
        return new ModelAndView("annualconversation/new", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/conversations/{id}")
    @ConversationReaders
    ModelAndView record(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "annualconversation/record", Map.of("page", read.record(viewer, new ConversationId(id))));
    }

    @GetMapping("/conversations/{id}/arrangements")
    ModelAndView arrangements(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "annualconversation/arrangements",
                Map.of(
                        "page", read.record(viewer, new ConversationId(id)),
                        "form", read.formOf(viewer, new ConversationId(id))));
    }

    @PostMapping("/conversations/{id}/arrangements")
    ModelAndView arrange(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ConversationForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = whole(viewer, id);
        var arrangements = form.check(errors);
        if (errors.hasErrors() || arrangements == null) {
            return new ModelAndView(
                    "annualconversation/arrangements", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var warning = plan.arrange(
                    viewer, new ConversationId(id), form.version() == null ? -1 : form.version(), arrangements);
            flash.addFlashAttribute(
                    warning == null ? "success" : "notice",
                    warning == null ? "The arrangements are saved." : "The arrangements are saved. " + warning);
            return to(id);
        } catch (EditConflict conflict) {
            return changed(page, form.typed());
        }
    }

    /** What the two add to the agenda, one item on a line. */
    record AgendaForm(
            @Nullable Long version,

            @Nullable @Size(max = 5000, message = "What you add must be 5,000 characters or fewer")
            String added) {
        List<String> items() {
            return added == null
                    ? List.of()
                    : Arrays.stream(added.split("\n"))
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
        }
    }

    @PostMapping("/conversations/{id}/agenda")
    ModelAndView agenda(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AgendaForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = whole(viewer, id);
        if (!errors.hasErrors() && form.items().stream().anyMatch(item -> item.length() > 500)) {
            errors.rejectValue("added", "long", "Each line must be 500 characters or fewer");
        }
        if (errors.hasErrors()) {
            return again(page, "agenda");
        }
        try {
            plan.makeAgenda(viewer, new ConversationId(id), form.version() == null ? -1 : form.version(), form.items());
        } catch (EditConflict conflict) {
            return changed(page, form.added());
        }
        flash.addFlashAttribute("success", "The agenda has been made from what is shared now, and what you added.");
        return to(id);
    }

    /** A reason. */
    record ReasonForm(
            @Nullable Long version,

            @Nullable
            @NotBlank(message = "Enter the reason")
            @Size(max = 1000, message = "The reason must be 1,000 characters or fewer")
            String reason) {
        String typed() {
            return Objects.requireNonNull(reason).strip();
        }
    }

    @PostMapping("/conversations/{id}/postpone")
    ModelAndView postpone(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        return forAReason(
                viewer,
                id,
                form,
                errors,
                "postpone",
                plan::postpone,
                "The conversation is postponed. Give it a new date when you have one.",
                flash);
    }

    @PostMapping("/conversations/{id}/cancel")
    ModelAndView cancel(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        return forAReason(viewer, id, form, errors, "cancel", plan::cancel, "The conversation is cancelled.", flash);
    }

    /** What is done to a conversation for a reason. */
    @FunctionalInterface
    private interface Act {
        void because(Viewer viewer, ConversationId id, String reason);
    }

    private ModelAndView forAReason(
            Viewer viewer,
            UUID id,
            ReasonForm form,
            BindingResult errors,
            String which,
            Act act,
            String done,
            RedirectAttributes flash) {
        var page = whole(viewer, id);
        if (errors.hasErrors()) {
            return again(page, which);
        }
        try {
            act.because(viewer, new ConversationId(id), form.typed());
        } catch (EditConflict conflict) {
            return changed(page, form.reason());
        }
        flash.addFlashAttribute("success", done);
        return to(id);
    }

    /** When it was held, and who was there. */
    record HeldForm(
            @Nullable DateParts on,

            @Nullable @Size(max = 2000, message = "The names must be 2,000 characters or fewer")
            String attendees) {}

    @PostMapping("/conversations/{id}/hold")
    ModelAndView hold(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") HeldForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = whole(viewer, id);
        var on = DateParts.required(form.on(), "on", "The day it was held", errors);
        if (!errors.hasErrors() && on != null) {
            try {
                hold.hold(
                        viewer,
                        new ConversationId(id),
                        on,
                        form.attendees() == null || form.attendees().isBlank()
                                ? null
                                : form.attendees().strip());
                flash.addFlashAttribute("success", "Recorded as held. Agree the next steps now.");
                return to(id);
            } catch (HoldConversation.StillAhead ahead) {
                errors.rejectValue("on", "date.ahead", "The day it was held must be today or in the past");
            } catch (EditConflict conflict) {
                return changed(page, form.attendees());
            }
        }
        return again(page, "hold");
    }

    @PostMapping("/conversations/{id}/close")
    ModelAndView close(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        try {
            hold.close(viewer, new ConversationId(id));
        } catch (HoldConversation.StepsAreOpen open) {
            flash.addFlashAttribute("notice", "Agree or drop every next step first.");
            return to(id);
        } catch (EditConflict conflict) {
            return changed(whole(viewer, id), null);
        }
        flash.addFlashAttribute("success", "The conversation is closed.");
        return to(id);
    }

    /** Notes, of one side. */
    record NotesForm(@Nullable Long version, @Nullable String notes) {}

    record NotesPage(ReadConversations.RecordPage conversation, WriteNotes.NotesView notes) {}

    @GetMapping("/conversations/{id}/notes")
    ModelAndView notes(Viewer viewer, @PathVariable UUID id) {
        var view = notes.read(viewer, new ConversationId(id));
        return new ModelAndView(
                "annualconversation/notes",
                Map.of(
                        "page", new NotesPage(read.record(viewer, new ConversationId(id)), view),
                        "form", new NotesForm(view.version(), view.text())));
    }

    @PostMapping("/conversations/{id}/notes")
    ModelAndView write(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") NotesForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var view = notes.read(viewer, new ConversationId(id));
        var text = form.notes() == null ? "" : form.notes();
        if (text.length() > WriteNotes.LONGEST) {
            errors.rejectValue("notes", "long", "The notes must be 20,000 characters or fewer");
        }
        var page = new NotesPage(read.record(viewer, new ConversationId(id)), view);
        if (errors.hasErrors()) {
            return new ModelAndView("annualconversation/notes", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            notes.write(viewer, new ConversationId(id), form.version() == null ? -1 : form.version(), text);
        } catch (EditConflict conflict) {
            return new ConflictPage(
                            page.conversation().title(),
                            "/conversations/" + id + "/notes",
                            "/conversations/" + id + "/notes",
                            view.saved(),
                            List.of(new ConflictField("Private notes", "notes", text, view.text(), null)),
                            Map.of("version", Long.toString(view.version())))
                    .answer();
        }
        flash.addFlashAttribute("success", "Your side’s notes are saved.");
        return new ModelAndView("redirect:/conversations/" + id + "/notes");
    }

    /** A next step as it is typed. */
    record StepForm(
            @Nullable UUID id,
            @Nullable Long version,

            @Nullable
            @NotBlank(message = "Enter what is to be done")
            @Size(max = 1000, message = "The next step must be 1,000 characters or fewer")
            String text,

            @Nullable
            @NotBlank(message = "Enter who does it")
            @Size(max = 200, message = "Who does it must be 200 characters or fewer")
            String owner,

            @Nullable DateParts due,
            @Nullable String from) {

        /** A form whose id was lost makes a record of its own: what was typed into it is worth more than the id. */
        StepForm {
            id = id == null ? Uuid7.next() : id;
        }

        NextStep.@Nullable Content check(Errors errors) {
            var by = DateParts.optional(due, "due", "By when", errors);
            if (by != null && (by.getYear() < 2000 || by.getYear() > 2100)) {
                errors.rejectValue("due", "date.year", "Year must be between 2000 and 2100");
            }
            return errors.hasErrors() || text == null || owner == null
                    ? null
                    : new NextStep.Content(text.strip(), owner.strip(), by);
        }
    }

    @PostMapping("/conversations/{id}/next-steps")
    ModelAndView propose(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = whole(viewer, id);
        if (!Origin.isOffered(form.from(), page.origins())) {
            errors.rejectValue("from", "unknown", "Choose the item of the agenda it was made from, or none of them");
        }
        var content = form.check(errors);
        if (content == null || form.id() == null) {
            return again(page, "step");
        }
        try {
            steps.propose(
                    viewer,
                    new ConversationId(id),
                    new NextStep.Id(form.id()),
                    content,
                    Origin.parse(form.from()).orElse(null));
        } catch (EditConflict conflict) {
            return changed(page, form.text());
        }
        flash.addFlashAttribute("success", "The next step is proposed.");
        return to(id);
    }

    @PostMapping("/conversations/{id}/next-steps/{step}")
    ModelAndView revise(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID step,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = withStep(viewer, id, step);
        var content = form.check(errors);
        if (content == null) {
            return again(page, "step-" + step);
        }
        try {
            steps.revise(
                    viewer,
                    new ConversationId(id),
                    new NextStep.Id(step),
                    form.version() == null ? -1 : form.version(),
                    content);
        } catch (EditConflict conflict) {
            return changed(page, form.text());
        }
        flash.addFlashAttribute("success", "The next step is changed. Both sides agree to it anew.");
        return to(id);
    }

    @PostMapping("/conversations/{id}/next-steps/{step}/agree")
    ModelAndView agree(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID step,
            @ModelAttribute("form") ReasonForm form,
            RedirectAttributes flash) {
        try {
            steps.agree(
                    viewer,
                    new ConversationId(id),
                    new NextStep.Id(step),
                    form.version() == null ? -1 : form.version());
        } catch (EditConflict conflict) {
            return changed(whole(viewer, id), null);
        }
        flash.addFlashAttribute("success", "You agreed to the next step.");
        return to(id);
    }

    @PostMapping("/conversations/{id}/next-steps/{step}/drop")
    ModelAndView drop(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID step,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = withStep(viewer, id, step);
        if (errors.hasErrors()) {
            return again(page, "drop-" + step);
        }
        try {
            steps.drop(
                    viewer,
                    new ConversationId(id),
                    new NextStep.Id(step),
                    form.version() == null ? -1 : form.version(),
                    form.typed());
        } catch (EditConflict conflict) {
            return changed(page, form.reason());
        }
        flash.addFlashAttribute("success", "The next step is dropped.");
        return to(id);
    }

    @GetMapping("/conversations/{id}/share")
    @DirectorOnly
    ModelAndView preview(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "annualconversation/preview", Map.of("page", share.preview(viewer, new ConversationId(id))));
    }

    @PostMapping("/conversations/{id}/share")
    @DirectorOnly
    ModelAndView share(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID receipt,
            RedirectAttributes flash) {
        if (receipt == null) {
            share.preview(viewer, new ConversationId(id));
            return new ModelAndView("redirect:/conversations/" + id + "/share");
        }
        share.share(viewer, new ConversationId(id), new ReceiptId(receipt));
        flash.addFlashAttribute("success", "Shared with the regional team. This is the receipt.");
        return new ModelAndView("redirect:/headlines/shares/" + receipt);
    }

    private ReadConversations.RecordPage whole(Viewer viewer, UUID id) {
        var page = read.record(viewer, new ConversationId(id));
        if (!page.whole()) {
            throw new NotYours();
        }
        return page;
    }

    private ReadConversations.RecordPage withStep(Viewer viewer, UUID id, UUID step) {
        var page = whole(viewer, id);
        if (page.steps().stream().noneMatch(known -> known.id().equals(step))) {
            throw new NotFound();
        }
        return page;
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/conversations/" + id);
    }

    private static ModelAndView again(ReadConversations.RecordPage page, String which) {
        return new ModelAndView(
                "annualconversation/record", Map.of("page", page, "which", which), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Somebody changed it meanwhile: the page as it is now, with what was typed, and 409. */
    private static ModelAndView changed(ReadConversations.RecordPage page, @Nullable String typed) {
        return new ModelAndView(
                "annualconversation/record",
                Map.of(
                        "page",
                        page,
                        "notice",
                        "The conversation has been changed since you opened the page. Nothing of yours has been done.",
                        "typed",
                        typed == null ? "" : typed),
                HttpStatus.CONFLICT);
    }
}
