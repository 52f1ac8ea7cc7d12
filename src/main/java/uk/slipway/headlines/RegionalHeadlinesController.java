package uk.slipway.headlines;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import uk.slipway.accounts.RegionalManagerOnly;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.EditConflict;

/** What the forums of a year say together. */
@Controller
@RegionalManagerOnly
class RegionalHeadlinesController {

    private final WriteRegionalHeadlines regional;

    RegionalHeadlinesController(WriteRegionalHeadlines regional) {
        this.regional = regional;
    }

    @GetMapping("/headlines/regional")
    @SignedIn
    ModelAndView list(Viewer viewer) {
        return new ModelAndView("headlines/regional", Map.of("page", regional.list(viewer)));
    }

    @GetMapping("/headlines/regional/new")
    ModelAndView begin(Viewer viewer) {
        return new ModelAndView(
                "headlines/regional-form",
                Map.of("page", regional.begin(viewer), "form", RegionalHeadlineForm.empty()));
    }

    @PostMapping("/headlines/regional/new")
    ModelAndView draft(
            Viewer viewer,
            @Valid @ModelAttribute("form") RegionalHeadlineForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = form.id();
        if (errors.hasErrors() || id == null) {
            return new ModelAndView(
                    "headlines/regional-form",
                    Map.of("page", regional.begin(viewer)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        say(regional.save(viewer, id, null, form), flash);
        return new ModelAndView("redirect:/headlines/regional");
    }

    @GetMapping("/headlines/regional/{id}")
    ModelAndView edit(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "headlines/regional-form",
                Map.of("page", regional.edit(viewer, id), "form", regional.formOf(viewer, id)));
    }

    @PostMapping("/headlines/regional/{id}")
    ModelAndView change(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RegionalHeadlineForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = regional.edit(viewer, id);
        if (errors.hasErrors()) {
            return new ModelAndView("headlines/regional-form", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            say(regional.save(viewer, id, form.version() == null ? -1 : form.version(), form), flash);
        } catch (EditConflict conflict) {
            var now = regional.formOf(viewer, id);
            return new ConflictPage(
                            page.title(),
                            "/headlines/regional/" + id,
                            "/headlines/regional",
                            null,
                            List.of(
                                    new ConflictField("Theme", "theme", form.themeTyped(), now.themeTyped(), null),
                                    new ConflictField(
                                            "Regional headline", "text", form.textTyped(), now.textTyped(), null)),
                            Map.of(
                                    "version",
                                    String.valueOf(now.version()),
                                    "kind",
                                    form.kindTyped().name()))
                    .answer();
        }
        return new ModelAndView("redirect:/headlines/regional");
    }

    @PostMapping("/headlines/regional/{id}/publish")
    ModelAndView publish(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long version,
            RedirectAttributes flash) {
        try {
            regional.publish(viewer, id, version == null ? -1 : version);
            flash.addFlashAttribute("success", "The regional headline has been published.");
        } catch (WriteRegionalHeadlines.AnAuthorityIsNamed named) {
            flash.addFlashAttribute(
                    "notice",
                    "Not published: the words name " + String.join(", ", named.names())
                            + ". Take the name or the code out first.");
        } catch (EditConflict conflict) {
            return new ModelAndView(
                    "headlines/regional",
                    Map.of(
                            "page",
                            regional.list(viewer),
                            "notice",
                            "The regional headline has been changed since you opened the page. Read it again below."),
                    HttpStatus.CONFLICT);
        }
        return new ModelAndView("redirect:/headlines/regional");
    }

    record WithdrawForm(
            @Nullable
            @NotBlank(message = "Enter the reason")
            @Size(max = 1000, message = "The reason must be 1,000 characters or fewer")
            String because) {}

    @PostMapping("/headlines/regional/{id}/withdraw")
    ModelAndView withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") WithdrawForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        regional.edit(viewer, id);
        if (errors.hasErrors() || form.because() == null) {
            return new ModelAndView(
                    "headlines/regional",
                    Map.of("page", regional.list(viewer), "which", id.toString()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        regional.withdraw(viewer, id, form.because().strip());
        flash.addFlashAttribute("success", "The regional headline has been withdrawn.");
        return new ModelAndView("redirect:/headlines/regional");
    }

    private static void say(List<String> named, RedirectAttributes flash) {
        if (named.isEmpty()) {
            flash.addFlashAttribute("success", "The regional headline has been saved as a draft.");
        } else {
            flash.addFlashAttribute(
                    "notice",
                    "Saved as a draft, but the words name " + String.join(", ", named)
                            + ". It cannot be published like this.");
        }
    }
}
