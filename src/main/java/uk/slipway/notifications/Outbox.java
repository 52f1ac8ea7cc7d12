package uk.slipway.notifications;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import uk.slipway.web.Words;

/** How the outbox stands, for whoever runs Slipway: a message that nobody receives has to be seen by somebody. */
@Component
public class Outbox {

    private static final Words WORDS = new Words();

    private final JdbcClient jdbc;
    private final ObjectProvider<JavaMailSender> mail;

    Outbox(JdbcClient jdbc, ObjectProvider<JavaMailSender> mail) {
        this.jdbc = jdbc;
        this.mail = mail;
    }

    boolean hasMailServer() {
        return mail.getIfAvailable() != null;
    }

    /** What is wrong with the mail, as a sentence or two; empty while messages go out. */
    public Optional<String> warning() {
        record Count(int waiting, int late, int givenUp) {}
        var count = jdbc.sql("""
            select count(*) filter (where sent_at is null and given_up_at is null) as waiting,
                   count(*) filter (where sent_at is null and given_up_at is null and attempts > 1) as late,
                   count(*) filter (where given_up_at is not null) as given_up
            from outbox_message
            """)
                .query((row, number) -> new Count(row.getInt("waiting"), row.getInt("late"), row.getInt("given_up")))
                .single();
        if (!hasMailServer()) {
            return Optional.of("No mail server is configured, so nobody receives what Slipway writes to them. "
                    + capital(WORDS.count(count.waiting(), "message waits", "messages wait")) + " in the outbox.");
        }
        if (count.givenUp() > 0 || count.late() > 0) {
            return Optional.of("The mail server has refused messages. "
                    + capital(WORDS.count(count.waiting(), "message waits", "messages wait"))
                    + " in the outbox, and "
                    + WORDS.count(count.givenUp(), "was", "were")
                    + " given up.");
        }
        return Optional.empty();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
