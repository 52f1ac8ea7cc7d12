package uk.slipway.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Empties the outbox through the configured mail server. A message is claimed by moving its next attempt into the future,
 * so that no transaction is open while the mail server answers and a second node does not send it too. What fails is
 * tried again after 1, 2, 4 … minutes, at most 6 hours apart, twelve times.
 */
@Component
class DeliverMessages {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverMessages.class);
    static final int MOST_ATTEMPTS = 12;
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final JdbcClient jdbc;
    private final ObjectProvider<JavaMailSender> mail;
    private final Clock clock;
    private final String from;

    DeliverMessages(
            JdbcClient jdbc,
            ObjectProvider<JavaMailSender> mail,
            Clock clock,
            @Value("${slipway.mail.from:slipway@localhost}") String from) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.clock = clock;
        this.from = from;
    }

    private record Waiting(UUID id, String email, String subject, String body, int attempts) {}

    /** Sends whatever is due. Without a mail server everything stays where it is. */
    int deliver() {
        var server = mail.getIfAvailable();
        if (server == null) {
            return 0;
        }
        int sent = 0;
        for (var next = claim(); next.isPresent(); next = claim()) {
            sent += send(server, next.get()) ? 1 : 0;
        }
        return sent;
    }

    private Optional<Waiting> claim() {
        var now = clock.instant();
        return jdbc.sql("""
            update outbox_message m set attempts = m.attempts + 1,
                next_attempt_at = cast(:now as timestamptz)
                    + least(:longest, 60 * power(2, least(m.attempts, 20))) * interval '1 second'
            where m.id = (select id from outbox_message
                where sent_at is null and given_up_at is null and next_attempt_at <= :now
                order by next_attempt_at, id limit 1 for update skip locked)
            returning m.id, m.recipient_email, m.subject, m.body, m.attempts
            """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("longest", LONGEST_WAIT.toSeconds())
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("recipient_email"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .optional();
    }

    private boolean send(JavaMailSender server, Waiting waiting) {
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(waiting.email());
        message.setSubject(waiting.subject());
        message.setText(waiting.body());
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try {
            server.send(message);
        } catch (MailException failure) {
            LOG.warn(
                    "Message {} could not be sent (attempt {}): {}",
                    waiting.id(),
                    waiting.attempts(),
                    failure.getMessage());
            jdbc.sql("""
                update outbox_message set last_failure = :failure,
                    given_up_at = case when attempts >= :most then cast(:now as timestamptz) end
                where id = :id
                """)
                    .param("failure", failure.getClass().getSimpleName())
                    .param("most", MOST_ATTEMPTS)
                    .param("now", now)
                    .param("id", waiting.id())
                    .update();
            return false;
        }
        jdbc.sql("update outbox_message set sent_at = :now, body = null, last_failure = null where id = :id")
                .param("now", now)
                .param("id", waiting.id())
                .update();
        return true;
    }
}
