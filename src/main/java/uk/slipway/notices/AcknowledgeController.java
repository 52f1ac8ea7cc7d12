package uk.slipway.notices;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import uk.slipway.accounts.Anyone;
import uk.slipway.web.Unprocessable;

/** A recipient without an account opens the notice of a link, gives the code where one is asked for, and acknowledges. */
@Controller
@Anyone
class AcknowledgeController {

    /** How long the right code opens the notice in the browser it was given in. */
    private static final Duration PASSES = Duration.ofMinutes(30);

    private final AcknowledgeNotice acknowledge;
    private final NoticePages pages;
    private final Clock clock;

    AcknowledgeController(AcknowledgeNotice acknowledge, NoticePages pages, Clock clock) {
        this.acknowledge = acknowledge;
        this.pages = pages;
        this.clock = clock;
    }

    record CodeForm(@Nullable String code) {}

    @GetMapping("/notices/acknowledge/{token}")
    ModelAndView look(@PathVariable String token, HttpSession session) {
        return new ModelAndView("notices/link", Map.of("page", page(token, session), "form", new CodeForm(null)));
    }

    @PostMapping("/notices/acknowledge/{token}")
    ModelAndView acknowledge(@PathVariable String token, HttpSession session) {
        acknowledge.acknowledge(token, passed(token, session));
        session.removeAttribute(attribute(token));
        return back(token);
    }

    @PostMapping("/notices/acknowledge/{token}/code")
    ModelAndView code(@PathVariable String token, RedirectAttributes flash) {
        if (acknowledge.sendCode(token)) {
            flash.addFlashAttribute("success", "The code is on its way. It works for 15 minutes");
        } else {
            flash.addFlashAttribute(
                    "notice",
                    "You have asked for " + NoticeLinks.CODES + " codes within the hour. Wait, then ask again");
        }
        return back(token);
    }

    @PostMapping("/notices/acknowledge/{token}/open")
    ModelAndView open(
            @PathVariable String token,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            HttpSession session) {
        var typed = form.code() == null ? "" : form.code().strip();
        if (typed.isEmpty()) {
            errors.rejectValue("code", "blank", "Enter the code");
        } else if (!typed.matches("[0-9]{3}\\s?[0-9]{3}")) {
            errors.rejectValue("code", "shape", "The code is six digits");
        } else {
            var guess = acknowledge.enterCode(token, typed);
            if (guess == NoticeLinks.Guess.RIGHT) {
                session.setAttribute(
                        attribute(token), clock.instant().plus(PASSES).getEpochSecond());
                return back(token);
            }
            if (guess == NoticeLinks.Guess.OVER) {
                errors.rejectValue("code", "over", "That code works no more. Ask for another");
                var page = Unprocessable.page("notices/link", page(token, session));
                page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                return page;
            }
            errors.rejectValue("code", "wrong", "That is not the code. Look into the newest message");
        }
        return Unprocessable.page("notices/link", page(token, session));
    }

    private NoticePages.LinkPage page(String token, HttpSession session) {
        return pages.link(token, acknowledge.look(token, passed(token, session)));
    }

    private boolean passed(String token, HttpSession session) {
        return session.getAttribute(attribute(token)) instanceof Long until
                && Instant.ofEpochSecond(until).isAfter(clock.instant());
    }

    private static String attribute(String token) {
        return "slipway.notice." + NoticeLinks.fingerprint(token);
    }

    private static ModelAndView back(String token) {
        return new ModelAndView("redirect:/notices/acknowledge/{token}", Map.of("token", token));
    }
}
