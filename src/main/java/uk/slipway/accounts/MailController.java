package uk.slipway.accounts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.notifications.ShowOutbox;
import uk.slipway.web.Words;

/** The messages of the demonstration, which has no mail server: what it would have sent, newest first. */
@Controller
@Anyone
@Profile({"demonstration", "test"})
class MailController {

    private static final Words WORDS = new Words();

    private final ShowOutbox showOutbox;
    private final boolean sends;

    MailController(ShowOutbox showOutbox, ObjectProvider<JavaMailSender> mail) {
        this.showOutbox = showOutbox;
        this.sends = mail.getIfAvailable() != null;
    }

    /** @param sends whether a mail server is configured, so that messages leave */
    record MailPage(boolean sends, List<Letter> letters) {}

    /** One message, its text line by line. */
    record Letter(UUID id, String to, String subject, String when, List<String> lines) {}

    @GetMapping("/development/mail")
    ModelAndView show() {
        var letters = showOutbox.newest().stream()
                .map(message -> new Letter(
                        message.id(),
                        message.to(),
                        message.subject(),
                        WORDS.moment(message.writtenAt()),
                        message.body().lines().toList()))
                .toList();
        return new ModelAndView("accounts/mail", Map.of("page", new MailPage(sends, letters)));
    }
}
