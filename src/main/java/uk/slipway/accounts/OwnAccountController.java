package uk.slipway.accounts;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
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
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** A person's own account: who they are here, and the tokens of their programs. */
@Controller
@SignedIn
class OwnAccountController {

    private static final String VIEW = "accounts/own";
    private static final int LONGEST_NAME = 100;
    private static final Words WORDS = new Words();
    private static final List<Option> DAYS = List.of(
            Option.of("7", "7 days"),
            Option.of("30", "30 days"),
            Option.of("90", "90 days"),
            Option.of("365", "1 year"));

    private final ManageTokens manageTokens;
    private final CurrentViewer currentViewer;

    OwnAccountController(ManageTokens manageTokens, CurrentViewer currentViewer) {
        this.manageTokens = manageTokens;
        this.currentViewer = currentViewer;
    }

    record TokenForm(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String days) {

        /** A form whose id was lost makes a token of its own: what was typed is worth more than the id. */
        TokenForm {
            id = id == null ? Uuid7.next() : id;
        }

        UUID made() {
            return requireNonNull(id);
        }
    }

    record Token(String name, String made, String until, String lastUsed, boolean over, String endAction) {}

    /** @param mayMake whether there is anything that a program could do in this role */
    record OwnPage(
            String name, String email, String actingAs, boolean mayMake, List<Token> tokens, List<Option> days) {}

    @GetMapping("/account")
    ModelAndView show(Viewer viewer) {
        return new ModelAndView(VIEW, Map.of("page", page(viewer), "form", new TokenForm(null, null, "90")));
    }

    @RegionalTeamOnly
    @PostMapping("/account/tokens")
    ModelAndView make(
            Viewer viewer,
            @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var name = form.name() == null ? "" : form.name().strip();
        if (name.isEmpty()) {
            errors.rejectValue("name", "blank", "Enter what the token is for");
        } else if (name.length() > LONGEST_NAME || name.contains("\n")) {
            errors.rejectValue("name", "long", "What it is for must be one line of 100 characters or fewer");
        }
        if (DAYS.stream().noneMatch(option -> option.value().equals(form.days()))) {
            errors.rejectValue("days", "blank", "Choose how long it works");
        }
        if (errors.hasErrors() || form.days() == null) {
            return Unprocessable.page(VIEW, page(viewer));
        }
        var capacity = currentViewer.capacities(request).stream()
                .filter(one -> one.viewer().equals(viewer))
                .findFirst()
                .orElseThrow();
        var token = manageTokens.make(viewer, form.made(), capacity.id(), name, Integer.parseInt(form.days()));
        if (token.isPresent()) {
            redirect.addFlashAttribute("token", token.get());
        } else {
            redirect.addFlashAttribute("notice", "This token was made already, and can be shown only once");
        }
        return new ModelAndView("redirect:/account");
    }

    @RegionalTeamOnly
    @PostMapping("/account/tokens/{id}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        manageTokens.end(viewer, id);
        redirect.addFlashAttribute("success", "The token is ended. A program that sends it is refused");
        return new ModelAndView("redirect:/account");
    }

    private OwnPage page(Viewer viewer) {
        return new OwnPage(
                viewer.name(),
                currentViewer.email().orElse(""),
                viewer.actingAs(),
                viewer.isOfTheRegionalTeam(),
                viewer.isOfTheRegionalTeam()
                        ? manageTokens.list(viewer).stream()
                                .map(OwnAccountController::token)
                                .toList()
                        : List.of(),
                DAYS);
    }

    private static Token token(PersonalTokens.Listed listed) {
        return new Token(
                listed.name(),
                WORDS.moment(listed.madeAt()),
                WORDS.moment(listed.expiresAt()),
                listed.lastUsed() == null ? "Never" : WORDS.date(listed.lastUsed()),
                listed.over(),
                "/account/tokens/" + listed.id() + "/end");
    }
}
