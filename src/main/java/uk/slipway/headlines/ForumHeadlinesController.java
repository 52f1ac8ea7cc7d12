package uk.slipway.headlines;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import uk.slipway.accounts.DirectorOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.sharing.ReceiptId;
import uk.slipway.web.NotYours;

/** A forum's headlines: drafting at the meeting, agreeing after it, sharing with Ofsted. */
@Controller
@HeadlineReaders
class ForumHeadlinesController {

    private final ReadHeadlines read;
    private final DraftHeadlines drafts;
    private final ShareHeadlines share;

    ForumHeadlinesController(ReadHeadlines read, DraftHeadlines drafts, ShareHeadlines share) {
        this.read = read;
        this.drafts = drafts;
        this.share = share;
    }

    @GetMapping("/forums/{id}/headlines")
    ModelAndView headlines(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("headlines/forum", Map.of("page", read.ofForum(viewer, new ForumId(id))));
    }

    @GetMapping("/forums/{id}/headlines/draft")
    ModelAndView draft(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "headlines/draft", Map.of("page", capturePage(viewer, id), "form", HeadlineForm.empty()));
    }

    @PostMapping("/forums/{id}/headlines/draft")
    ModelAndView draft(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") HeadlineForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = capturePage(viewer, id);
        form.check(errors);
        form.checkOrigin(page.questions(), errors);
        if (!errors.hasErrors()) {
            try {
                drafts.draft(viewer, new ForumId(id), new HeadlineId(form.act()), form.typed(), form.origin());
            } catch (DraftHeadlines.TakesNoHeadlines none) {
                errors.reject("none", none.inWords());
            }
        }
        if (errors.hasErrors()) {
            return new ModelAndView(
                    "headlines/draft", Map.of("page", capturePage(viewer, id)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("success", "The headline has been drafted.");
        return new ModelAndView("redirect:/forums/" + id + "/headlines");
    }

    @PostMapping("/forums/{id}/headlines/complete")
    ModelAndView complete(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        try {
            drafts.complete(viewer, new ForumId(id));
            flash.addFlashAttribute("success", "The authority has been asked to agree the headlines.");
        } catch (DraftHeadlines.NothingDrafted nothing) {
            flash.addFlashAttribute("notice", "Draft at least one headline first.");
        }
        return new ModelAndView("redirect:/forums/" + id + "/headlines");
    }

    @GetMapping("/forums/{id}/headlines/share")
    @DirectorOnly
    ModelAndView choose(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "headlines/choose",
                Map.of("page", share.choose(viewer, new ForumId(id)), "form", new ChoiceForm(List.of(), null)));
    }

    /** Which headlines, and whether their evidence too. */
    record ChoiceForm(
            @Nullable List<String> headlines, @Nullable String evidence) {
        List<String> chosen() {
            return headlines == null ? List.of() : headlines;
        }

        boolean withEvidence() {
            return "true".equals(evidence);
        }
    }

    /** A look at what would be shared, without an effect: its choices stand in the address. Without any it leads back. */
    @GetMapping("/forums/{id}/headlines/share/preview")
    @DirectorOnly
    ModelAndView preview(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String asked,
            @ModelAttribute("form") ChoiceForm form,
            BindingResult errors) {
        if (form.chosen().isEmpty()) {
            var page = share.choose(viewer, new ForumId(id));
            return asked == null
                    ? new ModelAndView("redirect:/forums/" + id + "/headlines/share")
                    : nothingChosen(page, errors);
        }
        return new ModelAndView(
                "headlines/preview",
                Map.of("page", share.preview(viewer, new ForumId(id), form.chosen(), form.withEvidence())));
    }

    @PostMapping("/forums/{id}/headlines/share")
    @DirectorOnly
    ModelAndView share(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID receipt,
            @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        if (receipt == null || form.chosen().isEmpty()) {
            return nothingChosen(share.choose(viewer, new ForumId(id)), errors);
        }
        share.share(viewer, new ForumId(id), new ReceiptId(receipt), form.chosen(), form.withEvidence());
        flash.addFlashAttribute("success", "Shared with Ofsted’s team. This is the receipt.");
        return new ModelAndView("redirect:/headlines/shares/" + receipt);
    }

    private static ModelAndView nothingChosen(ShareHeadlines.ChoosePage page, BindingResult errors) {
        errors.rejectValue("headlines", "none", "Choose at least one headline");
        return new ModelAndView("headlines/choose", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/headlines/shares/{id}")
    ModelAndView receipt(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "headlines/receipt",
                Map.of("page", share.receipt(viewer, new ReceiptId(id)), "form", new WithdrawalForm(List.of(), null)));
    }

    /** What is withdrawn, and why. */
    record WithdrawalForm(
            @Nullable List<String> shares, @Nullable String because) {
        List<String> chosen() {
            return shares == null ? List.of() : shares;
        }
    }

    @PostMapping("/headlines/shares/{id}/withdraw")
    @DirectorOnly
    ModelAndView withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") WithdrawalForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = share.receipt(viewer, new ReceiptId(id));
        var because = form.because();
        if (form.chosen().isEmpty()) {
            errors.rejectValue("shares", "none", "Choose what to withdraw");
        }
        if (because == null || because.isBlank()) {
            errors.rejectValue("because", "blank", "Enter the reason");
        } else if (because.length() > 1000) {
            errors.rejectValue("because", "long", "The reason must be 1,000 characters or fewer");
        }
        if (errors.hasErrors() || because == null) {
            return new ModelAndView("headlines/receipt", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var opened = share.withdraw(viewer, new ReceiptId(id), form.chosen(), because.strip());
        flash.addFlashAttribute(
                "success",
                opened.isEmpty()
                        ? "Withdrawn. Nobody had opened it."
                        : "Withdrawn. It had been opened by " + String.join(", ", opened) + ".");
        return new ModelAndView("redirect:/headlines/shares/" + id);
    }

    private ReadHeadlines.ForumPage capturePage(Viewer viewer, UUID id) {
        var page = read.ofForum(viewer, new ForumId(id));
        if (!page.mayCapture()) {
            throw new NotYours();
        }
        return page;
    }
}
