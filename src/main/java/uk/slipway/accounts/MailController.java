package uk.slipway.accounts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.notifications.ShowOutbox;
import uk.slipway.web.Words;

/** The messages of the demonstration, which has no mail server: what it would have sent, newest first. */
@Controller
@Anyone
@Profile({"demonstration", "test"})
class MailController {

    private static final Words WORDS = new Words();
    private static final int PAGE = 20;

    private final ShowOutbox showOutbox;
    private final boolean sends;

    MailController(ShowOutbox showOutbox, ObjectProvider<JavaMailSender> mail) {
        this.showOutbox = showOutbox;
        this.sends = mail.getIfAvailable() != null;
    }

    /**
     * @param sends whether a mail server is configured, so that messages leave
     * @param first whether these are the newest
     * @param next after which message the next page begins, or null
     */
    record MailPage(
            boolean sends,
            List<Letter> letters,
            boolean first,
            @Nullable UUID next) {}

    /** One message, its text line by line. */
    record Letter(UUID id, String to, String subject, String when, List<String> lines) {}

    @GetMapping("/development/mail")
    ModelAndView show(@RequestParam(required = false) @Nullable String after) {
        var last = id(after);
        var found = showOutbox.newest(last, PAGE);
        var letters = found.messages().stream()
                .map(message -> new Letter(
                        message.id(),
                        message.to(),
                        message.subject(),
                        WORDS.moment(message.writtenAt()),
                        message.body().lines().toList()))
                .toList();
        return new ModelAndView(
                "accounts/mail", Map.of("page", new MailPage(sends, letters, last == null, found.next())));
    }

    private static @Nullable UUID id(@Nullable String typed) {
        try {
            return typed == null ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
