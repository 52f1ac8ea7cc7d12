package uk.slipway.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;

/** Who holds two roles says which they act in; who holds one is told which it is. */
@Controller
@SignedIn
class ActingAsController {

    private static final String VIEW = "accounts/acting-as";

    private final CurrentViewer currentViewer;

    ActingAsController(CurrentViewer currentViewer) {
        this.currentViewer = currentViewer;
    }

    record ActingAsForm(@Nullable String capacity) {}

    record ActingAsPage(String name, String actingAs, List<Option> capacities) {}

    @GetMapping("/acting-as")
    ModelAndView choose(Viewer viewer, HttpServletRequest request) {
        var now = currentViewer.capacities(request).stream()
                .filter(capacity -> capacity.viewer().equals(viewer))
                .findFirst()
                .map(capacity -> capacity.id().toString())
                .orElse(null);
        return new ModelAndView(VIEW, Map.of("page", page(viewer, request), "form", new ActingAsForm(now)));
    }

    @PostMapping("/acting-as")
    ModelAndView act(
            @ModelAttribute("form") ActingAsForm form,
            BindingResult errors,
            Viewer viewer,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var chosen = currentViewer.capacities(request).stream()
                .filter(capacity -> capacity.id().toString().equals(form.capacity()))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("capacity", "blank", "Select the role you want to act in");
            return Unprocessable.page(VIEW, page(viewer, request));
        }
        var session = request.getSession(true);
        session.setAttribute(CurrentViewer.CHOSEN, chosen.get().id());
        var then = session.getAttribute(SignInController.THEN);
        session.removeAttribute(SignInController.THEN);
        redirect.addFlashAttribute(
                "success", "You are now acting as " + chosen.get().viewer().actingAs());
        // Another role may not use the page somebody was on, so they come to its home page.
        return new ModelAndView("redirect:" + (then instanceof String address ? address : "/"));
    }

    private ActingAsPage page(Viewer viewer, HttpServletRequest request) {
        return new ActingAsPage(
                viewer.name(),
                viewer.actingAs(),
                currentViewer.capacities(request).stream()
                        .map(capacity -> Option.of(
                                capacity.id().toString(), capacity.viewer().actingAs()))
                        .toList());
    }
}
