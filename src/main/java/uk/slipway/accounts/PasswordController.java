package uk.slipway.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
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
import uk.slipway.web.Unprocessable;

/** Choosing a password by a link from an e-mail, and asking for such a link. */
@Controller
@Anyone
class PasswordController {

    private static final String CHOOSE = "accounts/choose-password";
    private static final String ASK = "accounts/password-reset";

    private final UsePasswordLink usePasswordLink;
    private final AskForNewPassword askForNewPassword;
    private final Guesses guesses;

    PasswordController(UsePasswordLink usePasswordLink, AskForNewPassword askForNewPassword, Guesses guesses) {
        this.usePasswordLink = usePasswordLink;
        this.askForNewPassword = askForNewPassword;
        this.guesses = guesses;
    }

    record ChooseForm(@Nullable String password) {}

    /**
     * What the page says.
     *
     * @param title its heading
     * @param email whose password is chosen
     * @param action where the form goes
     * @param over why the link works no more, or null while it works
     */
    record ChoosePage(
            String title,
            String email,
            String action,
            @Nullable String over) {}

    record AskForm(@Nullable String email) {}

    record AskPage(String title, boolean asked) {
        static final AskPage OPEN = new AskPage("Ask for a new password", false);
        static final AskPage ASKED = new AskPage("Look into your e-mail", true);
    }

    @GetMapping("/invitations/{token}")
    ModelAndView invited(@PathVariable String token) {
        return look(token, PasswordLink.Purpose.INVITATION);
    }

    @PostMapping("/invitations/{token}")
    ModelAndView accept(
            @PathVariable String token,
            @ModelAttribute("form") ChooseForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        return choose(token, PasswordLink.Purpose.INVITATION, form, errors, redirect);
    }

    @GetMapping("/password-reset/{token}")
    ModelAndView forgotten(@PathVariable String token) {
        return look(token, PasswordLink.Purpose.RESET);
    }

    @PostMapping("/password-reset/{token}")
    ModelAndView renew(
            @PathVariable String token,
            @ModelAttribute("form") ChooseForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        return choose(token, PasswordLink.Purpose.RESET, form, errors, redirect);
    }

    @GetMapping("/password-reset")
    ModelAndView ask() {
        return new ModelAndView(ASK, Map.of("page", AskPage.OPEN, "form", new AskForm(null)));
    }

    /** The same answer whether or not the address has an account. */
    @PostMapping("/password-reset")
    ModelAndView ask(@ModelAttribute("form") AskForm form, BindingResult errors, HttpServletRequest request) {
        var typed = form.email() == null ? "" : form.email();
        var address = EmailAddress.of(typed);
        if (typed.isBlank()) {
            errors.rejectValue("email", "blank", "Enter your e-mail address");
        } else if (address.isEmpty()) {
            errors.rejectValue(
                    "email", "shape", "Enter an e-mail address in the correct format, like name@example.gov.uk");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page(ASK, AskPage.OPEN);
        }
        if (!guesses.begin("new password: " + address.get().value(), request.getRemoteAddr())) {
            errors.rejectValue("email", "too-many", "This has been asked too often. Wait 15 minutes, then try again");
            var page = Unprocessable.page(ASK, AskPage.OPEN);
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return page;
        }
        askForNewPassword.of(address.get());
        return new ModelAndView(ASK, Map.of("page", AskPage.ASKED, "form", new AskForm(null)));
    }

    private ModelAndView look(String token, PasswordLink.Purpose purpose) {
        return new ModelAndView(CHOOSE, Map.of("page", page(token, purpose), "form", new ChooseForm(null)));
    }

    private ModelAndView choose(
            String token,
            PasswordLink.Purpose purpose,
            ChooseForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var page = page(token, purpose);
        if (page.over() != null) {
            return Unprocessable.page(CHOOSE, page);
        }
        var objection = usePasswordLink.choose(token, purpose, form.password() == null ? "" : form.password());
        if (objection.isPresent()) {
            errors.rejectValue("password", "objection", objection.get());
            return Unprocessable.page(CHOOSE, page);
        }
        redirect.addFlashAttribute("success", "Your password is set. You can sign in now");
        return new ModelAndView("redirect:/sign-in");
    }

    private ChoosePage page(String token, PasswordLink.Purpose purpose) {
        var looked = usePasswordLink.look(token, purpose);
        boolean invitation = purpose == PasswordLink.Purpose.INVITATION;
        var path = (invitation ? "/invitations/" : "/password-reset/") + token;
        var over = switch (looked.state()) {
            case OPEN -> null;
            case USED ->
                "This link has been used. If you have chosen your password, sign in. If that was not you, "
                        + "ask for a new password.";
            case EXPIRED ->
                invitation
                        ? "This invitation was good for 7 days, or a newer one has been sent. Ask whoever invited you"
                                + " for another."
                        : "This link was good for an hour, or a newer one has been sent. Ask for another.";
        };
        var title = over != null
                ? "This link no longer works"
                : invitation ? "Welcome to Slipway: choose your password" : "Choose a new password";
        return new ChoosePage(title, looked.email(), path, over);
    }
}
