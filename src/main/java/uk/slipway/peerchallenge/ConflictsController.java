package uk.slipway.peerchallenge;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.DirectorOnly;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;

@Controller
class ConflictsController {

    private final DeclareConflict declareConflict;
    private final AuthoritiesToName authorities;

    ConflictsController(DeclareConflict declareConflict, AuthoritiesToName authorities) {
        this.declareConflict = declareConflict;
        this.authorities = authorities;
    }

    record ConflictForm(
            @Nullable String id,
            @Nullable String authority,
            @Nullable String reason) {}

    record ConflictsPage(
            String title,
            List<Crumb> crumbs,
            List<DeclareConflict.Declared> declared,
            List<Option> authorities,
            boolean declares) {}

    @ForumPeopleOnly
    @GetMapping("/forums/conflicts")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "peerchallenge/conflicts",
                Map.of(
                        "page",
                        page(viewer),
                        "form",
                        new ConflictForm(Uuid7.next().toString(), null, null)));
    }

    @DirectorOnly
    @PostMapping("/forums/conflicts")
    ModelAndView declare(
            Viewer viewer, @ModelAttribute("form") ConflictForm form, BindingResult errors, RedirectAttributes flash) {
        var reason = Typed.required(form.reason(), DeclaredConflict.LONGEST, "reason", "the reason", errors);
        if (form.authority() == null || form.authority().isBlank()) {
            errors.rejectValue("authority", "blank", "Choose an authority");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("peerchallenge/conflicts", page(viewer));
        }
        declareConflict.declare(Typed.id(form.id()), new LocalAuthorityId(Typed.id(form.authority())), reason, viewer);
        flash.addFlashAttribute("success", "The conflict of interest has been declared.");
        return new ModelAndView("redirect:/forums/conflicts");
    }

    @DirectorOnly
    @PostMapping("/forums/conflicts/{id}/withdraw")
    ModelAndView withdraw(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        declareConflict.withdraw(id, viewer);
        flash.addFlashAttribute("success", "The conflict of interest has been withdrawn.");
        return new ModelAndView("redirect:/forums/conflicts");
    }

    private ConflictsPage page(Viewer viewer) {
        return new ConflictsPage(
                "Conflicts of interest",
                List.of(new Crumb("Home", "/"), new Crumb("Forums", "/forums")),
                declareConflict.seenBy(viewer),
                authorities.besides(viewer),
                viewer.is(Role.DIRECTOR));
    }
}
