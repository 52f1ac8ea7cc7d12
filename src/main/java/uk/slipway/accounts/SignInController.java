package uk.slipway.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.web.Unprocessable;

/** Signing in. Signing out is Spring Security's, at {@code /sign-out}. */
@Controller
@Anyone
class SignInController {

    private static final String VIEW = "accounts/sign-in";

    /** Where somebody wanted to go before they were asked who they are. */
    static final String THEN = "slipway.then";

    private final CheckPassword checkPassword;
    private final Viewers viewers;
    private final CurrentViewer currentViewer;
    private final SecurityContextRepository contexts;
    private final List<AfterSignIn> afterSignIn;
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();
    private final boolean demonstration;

    SignInController(
            CheckPassword checkPassword,
            Viewers viewers,
            CurrentViewer currentViewer,
            SecurityContextRepository contexts,
            List<AfterSignIn> afterSignIn,
            Environment environment) {
        this.checkPassword = checkPassword;
        this.viewers = viewers;
        this.currentViewer = currentViewer;
        this.contexts = contexts;
        this.afterSignIn = afterSignIn;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
    }

    /** @param password as typed; never shown again */
    record SignInForm(@Nullable String email, @Nullable String password) {}

    /**
     * What the page says beside its form.
     *
     * @param note why somebody sees this page, or null
     * @param examples the demonstration's accounts, by address
     */
    record SignInPage(@Nullable String note, Map<String, String> examples) {}

    @GetMapping("/sign-in")
    ModelAndView ask(
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String kept,
            @RequestParam(required = false) @Nullable String again) {
        if (currentViewer.isSignedIn()) {
            return new ModelAndView("redirect:/");
        }
        String note = null;
        if (signedOut != null) {
            note = "You have signed out.";
        } else if (left != null) {
            note = "You have been signed out because you no longer hold a role in Slipway. "
                    + "If that is not right, ask whoever manages accounts in your organisation.";
        } else if (kept != null) {
            note = "You were signed out before your form arrived. Nothing is lost: what you typed is kept for 24 hours "
                    + "and will be shown to you when you have signed in.";
        } else if (again != null) {
            note = "This page was open for too long. Sign in again.";
        }
        return new ModelAndView(VIEW, Map.of("page", page(note), "form", new SignInForm(null, null)));
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @ModelAttribute("form") SignInForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var email = form.email() == null ? "" : form.email().strip();
        var password = form.password() == null ? "" : form.password();
        if (email.isEmpty()) {
            errors.rejectValue("email", "blank", "Enter your e-mail address");
        }
        if (password.isEmpty()) {
            errors.rejectValue("password", "blank", "Enter your password");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page(VIEW, page(null));
        }
        return switch (checkPassword.check(email, password, request.getRemoteAddr())) {
            case CheckPassword.Outcome.Known known -> {
                if (viewers.capacitiesOf(known.person().account()).isEmpty()) {
                    errors.rejectValue(
                            "email",
                            "no-role",
                            "You hold no role in Slipway today. Ask whoever manages accounts in your organisation");
                    yield Unprocessable.page(VIEW, page(null));
                }
                yield new ModelAndView("redirect:" + admit(known.person(), request, response));
            }
            case CheckPassword.Outcome.Unknown unknown -> {
                errors.rejectValue("email", "unknown", "The e-mail address or the password is not right");
                yield Unprocessable.page(VIEW, page(null));
            }
            case CheckPassword.Outcome.TooManyAttempts tooMany -> {
                errors.rejectValue(
                        "email",
                        "too-many",
                        "There have been too many attempts to sign in. Wait 15 minutes, then try again");
                var page = Unprocessable.page(VIEW, page(null));
                page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield page;
            }
        };
    }

    /** A new session, so that nobody can have prepared it; answers where to go. */
    private String admit(SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        var saved = wanted.getRequest(request, response);
        var then = saved == null ? "/" : path(saved.getRedirectUrl());
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.getSession(true).setAttribute(THEN, then);
        person.eraseCredentials();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        authentication.setDetails(new WebAuthenticationDetails(request.getRemoteAddr(), null));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        for (var step : afterSignIn) {
            var first = step.address(person.account());
            if (first.isPresent()) {
                return first.get();
            }
        }
        return viewers.capacitiesOf(person.account()).size() > 1 ? "/acting-as" : then;
    }

    private static String path(String redirect) {
        try {
            var uri = URI.create(redirect);
            var path = uri.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            // Spring Security marks a request that it has put aside with a parameter of its own.
            var query = uri.getRawQuery() == null ? "" : uri.getRawQuery().replaceAll("&?continue$", "");
            return query.isEmpty() ? path : path + "?" + query;
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    private SignInPage page(@Nullable String note) {
        return new SignInPage(note, demonstration ? DemonstrationAccounts.EXAMPLES : Map.of());
    }
}
