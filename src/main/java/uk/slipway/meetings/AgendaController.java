package uk.slipway.meetings;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.meetings.MeetingForms.InterestForm;
import uk.slipway.meetings.MeetingForms.ItemForm;
import uk.slipway.meetings.MeetingForms.MoveForm;
import uk.slipway.meetings.MeetingForms.PaperForm;
import uk.slipway.meetings.MeetingForms.ReasonForm;
import uk.slipway.meetings.MeetingForms.TakeForm;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Typed;
import uk.slipway.web.CheckedFile;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Unprocessable;

/** The agenda of a meeting: its items, their papers, and who has an interest in which. */
@Controller
@SignedIn
class AgendaController {

    private final ShowMeetings show;
    private final SetAgenda agenda;
    private final HandlePapers papers;
    private final HoldMeeting hold;

    AgendaController(ShowMeetings show, SetAgenda agenda, HandlePapers papers, HoldMeeting hold) {
        this.show = show;
        this.agenda = agenda;
        this.papers = papers;
        this.hold = hold;
    }

    @GetMapping("/boards/{board}/backlog")
    ModelAndView backlog(Viewer viewer, @PathVariable UUID board) {
        return MeetingsController.form("item", show.backlogForm(viewer, new BoardId(board)), ItemForm.empty());
    }

    @PostMapping("/boards/{board}/backlog")
    ModelAndView backlog(
            Viewer viewer,
            @PathVariable UUID board,
            @ModelAttribute("form") ItemForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new BoardId(board);
        var page = show.backlogForm(viewer, id);
        var item = new AgendaItemId(Typed.id(form.id()).orElseGet(Uuid7::next));
        var typed = form.typed(page.leads(), errors);
        if (typed == null) {
            return Unprocessable.page("meetings/item", page);
        }
        agenda.addToBacklog(viewer, id, item, typed);
        flash.addFlashAttribute("success", "The item waits for the next meeting.");
        return new ModelAndView("redirect:/boards/" + board + "/meetings");
    }

    @GetMapping("/meetings/{meeting}/items/new")
    ModelAndView add(Viewer viewer, @PathVariable UUID meeting) {
        return MeetingsController.form("item", show.itemForm(viewer, new MeetingId(meeting), null), ItemForm.empty());
    }

    @PostMapping("/meetings/{meeting}/items/new")
    ModelAndView add(
            Viewer viewer,
            @PathVariable UUID meeting,
            @ModelAttribute("form") ItemForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new MeetingId(meeting);
        var page = show.itemForm(viewer, id, null);
        var item = new AgendaItemId(Typed.id(form.id()).orElseGet(Uuid7::next));
        var typed = form.typed(page.leads(), errors);
        if (typed == null) {
            return Unprocessable.page("meetings/item", page);
        }
        agenda.add(viewer, id, item, typed);
        flash.addFlashAttribute("success", "The item is on the agenda.");
        return MeetingsController.back(meeting);
    }

    @GetMapping("/meetings/{meeting}/items/{item}")
    ModelAndView change(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item) {
        var id = new MeetingId(meeting);
        var of = new AgendaItemId(item);
        return MeetingsController.form("item", show.itemForm(viewer, id, of), ItemForm.of(show.item(viewer, id, of)));
    }

    @PostMapping("/meetings/{meeting}/items/{item}")
    ModelAndView change(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @ModelAttribute("form") ItemForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new MeetingId(meeting);
        var page = show.itemForm(viewer, id, new AgendaItemId(item));
        var typed = form.typed(page.leads(), errors);
        if (typed == null) {
            return Unprocessable.page("meetings/item", page);
        }
        try {
            agenda.change(viewer, id, new AgendaItemId(item), Typed.version(form.version()), typed);
        } catch (EditConflict conflict) {
            return MeetingConflicts.of(
                    meeting, typed, form.leadName(), show.item(viewer, id, new AgendaItemId(item)), page);
        }
        flash.addFlashAttribute("success", "The item has been changed.");
        return MeetingsController.back(meeting);
    }

    @PostMapping("/meetings/{meeting}/items/{item}/move")
    ModelAndView move(
            Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item, @ModelAttribute("form") MoveForm form) {
        agenda.move(
                viewer,
                new MeetingId(meeting),
                new AgendaItemId(item),
                Typed.version(form.version()),
                "up".equals(form.to()));
        return new ModelAndView("redirect:/meetings/" + meeting + "#item-" + item);
    }

    @PostMapping("/meetings/{meeting}/items/{item}/carry")
    ModelAndView carry(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item, RedirectAttributes flash) {
        agenda.carry(viewer, new MeetingId(meeting), new AgendaItemId(item));
        flash.addFlashAttribute("success", "The item waits for the next meeting.");
        return MeetingsController.back(meeting);
    }

    @PostMapping("/meetings/{meeting}/backlog")
    ModelAndView take(
            Viewer viewer,
            @PathVariable UUID meeting,
            @ModelAttribute("form") TakeForm form,
            RedirectAttributes flash) {
        show.kept(viewer, new MeetingId(meeting));
        var chosen = new LinkedHashSet<AgendaItemId>();
        for (var one : form.items() == null ? List.<String>of() : form.items()) {
            Typed.id(one).map(AgendaItemId::new).ifPresent(chosen::add);
        }
        if (chosen.isEmpty()) {
            flash.addFlashAttribute("notice", "Choose at least one item of the backlog.");
        } else {
            agenda.take(viewer, new MeetingId(meeting), chosen);
            flash.addFlashAttribute("success", "The items are on the agenda.");
        }
        return MeetingsController.back(meeting);
    }

    @GetMapping("/meetings/{meeting}/items/{item}/papers")
    ModelAndView addPaper(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item) {
        return MeetingsController.form(
                "paper", show.paperForm(viewer, new MeetingId(meeting), new AgendaItemId(item)), PaperForm.empty());
    }

    @PostMapping("/meetings/{meeting}/items/{item}/papers")
    ModelAndView addPaper(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @ModelAttribute("form") PaperForm form,
            BindingResult errors,
            RedirectAttributes flash)
            throws IOException {
        var id = new MeetingId(meeting);
        var page = show.paperForm(viewer, id, new AgendaItemId(item));
        var paper = Typed.id(form.id()).orElseGet(Uuid7::next);
        var title = Typed.text(form.title(), "title", "the title", 200, errors);
        var file = file(form.file(), errors);
        if (!errors.hasErrors() && file != null) {
            try {
                papers.add(viewer, id, new AgendaItemId(item), paper, title, file);
            } catch (Refused refused) {
                errors.rejectValue(refused.field(), "refused", refused.words());
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("meetings/paper", page);
        }
        flash.addFlashAttribute("success", "The paper has been added.");
        return MeetingsController.back(meeting);
    }

    /** The size is asked before a byte is read, so that a file of 100 MB is refused in words. */
    private static @Nullable CheckedFile file(@Nullable MultipartFile sent, BindingResult errors) throws IOException {
        if (sent == null || sent.isEmpty()) {
            errors.rejectValue("file", "blank", "Choose a file");
            return null;
        }
        if (sent.getSize() > HandlePapers.LARGEST) {
            errors.rejectValue(
                    "file",
                    "large",
                    "The file is " + ShowMeetings.size((int) Math.min(sent.getSize(), Integer.MAX_VALUE))
                            + "; a paper must be 25MB or smaller. Make it smaller, or split it, and choose it again");
            return null;
        }
        var name = sent.getOriginalFilename();
        var checked = CheckedFile.of(name == null ? "" : name, sent.getBytes(), HandlePapers.LARGEST);
        if (checked.isEmpty()) {
            errors.rejectValue(
                    "file",
                    "type",
                    "The file must be a PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), PNG or JPEG without macros");
        }
        return checked.orElse(null);
    }

    @GetMapping("/meetings/{meeting}/papers/{paper}")
    Object paper(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID paper) {
        var opened = papers.open(viewer, new MeetingId(meeting), paper);
        var row = ShowMeetings.paper(opened.paper());
        if (row.removed() != null) {
            return new ModelAndView(
                    "meetings/gone",
                    Map.of(
                            "page",
                            new MeetingPages.GonePage(
                                    "This paper has been removed",
                                    opened.paper().title() + ". " + row.removed(),
                                    "/meetings/" + meeting)),
                    HttpStatus.GONE);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.paper().mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(opened.paper().fileName(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(opened.content());
    }

    @GetMapping("/meetings/{meeting}/papers/{paper}/remove")
    ModelAndView removePaper(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID paper) {
        return MeetingsController.form(
                "remove-paper", show.removePaperForm(viewer, new MeetingId(meeting), paper), new ReasonForm(null));
    }

    @PostMapping("/meetings/{meeting}/papers/{paper}/remove")
    ModelAndView removePaper(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID paper,
            @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = show.removePaperForm(viewer, new MeetingId(meeting), paper);
        var reason = Typed.text(form.reason(), "reason", "why it is removed", 1000, errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("meetings/remove-paper", page);
        }
        papers.remove(viewer, new MeetingId(meeting), paper, reason);
        flash.addFlashAttribute("success", "The paper has been removed. Its name and your reason stay on the page.");
        return MeetingsController.back(meeting);
    }

    @GetMapping("/meetings/{meeting}/items/{item}/interests")
    ModelAndView declare(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item) {
        var id = new MeetingId(meeting);
        var page = show.interestForm(viewer, id, new AgendaItemId(item));
        return interest(viewer, id, page)
                .addObject("form", new InterestForm(page.members().getFirst().value(), null));
    }

    @PostMapping("/meetings/{meeting}/items/{item}/interests")
    ModelAndView declare(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @ModelAttribute("form") InterestForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new MeetingId(meeting);
        var page = show.interestForm(viewer, id, new AgendaItemId(item));
        var member = page.members().stream()
                .filter(option -> option.value().equals(form.member()))
                .findFirst();
        if (member.isEmpty()) {
            errors.rejectValue("member", "none", "Choose who has the interest");
        }
        var words = Typed.text(form.words(), "words", "what the interest is", 2000, errors);
        if (!errors.hasErrors() && member.isPresent()) {
            try {
                hold.declare(
                        viewer,
                        id,
                        new AgendaItemId(item),
                        new MembershipId(UUID.fromString(member.get().value())),
                        words);
            } catch (Refused refused) {
                errors.rejectValue(refused.field(), "refused", refused.words());
            }
        }
        if (errors.hasErrors()) {
            var again = interest(viewer, id, page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        flash.addFlashAttribute(
                "success", "The interest has been recorded. Who declared it takes no part in the item.");
        return MeetingsController.back(meeting);
    }

    @PostMapping("/meetings/{meeting}/items/{item}/interests/withdraw")
    ModelAndView takeBack(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam(required = false) @Nullable String member,
            RedirectAttributes flash) {
        var id = new MeetingId(meeting);
        var of = new AgendaItemId(item);
        show.interestForm(viewer, id, of);
        var seat = Typed.id(member).map(MembershipId::new);
        if (seat.isEmpty()) {
            flash.addFlashAttribute("notice", "Choose whose interest it was.");
            return MeetingsController.back(meeting);
        }
        try {
            hold.takeBack(viewer, id, of, seat.get());
            flash.addFlashAttribute(
                    "success", "The interest has been taken back. The history keeps that it was declared.");
        } catch (Refused refused) {
            flash.addFlashAttribute("notice", refused.words() + ".");
        }
        return MeetingsController.back(meeting);
    }

    private ModelAndView interest(Viewer viewer, MeetingId id, MeetingPages.FormPage page) {
        return new ModelAndView("meetings/interest", Map.of("page", page))
                .addObject("rule", show.conflictRule(viewer, id));
    }
}
