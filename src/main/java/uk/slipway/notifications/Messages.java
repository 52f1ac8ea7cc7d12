package uk.slipway.notifications;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;

/** Writes to people. A message is part of the caller's transaction: it goes out if, and only if, that takes effect. */
@Component
public class Messages {

    private static final int LONGEST_SUBJECT = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts a message into the outbox.
     *
     * @param subject one line; line breaks become spaces, and what is over 200 characters goes
     * @param text plain text, complete with greeting
     */
    public void send(Recipient recipient, String subject, String text) {
        put(recipient, subject, text, null);
    }

    /**
     * The same, for a message about a record that can be erased: {@link #forget} then deletes it too.
     *
     * @param about the record
     */
    public void send(Recipient recipient, String subject, String text, RecordRef about) {
        put(recipient, subject, text, about.id());
    }

    /** Deletes whatever was written about these records, sent or not, with the addresses it went to. */
    public void forget(Collection<UUID> records) {
        if (!records.isEmpty()) {
            jdbc.sql("delete from outbox_message where record_id = any(cast(:records as uuid[]))")
                    .param("records", records.toArray(UUID[]::new))
                    .update();
        }
    }

    private void put(Recipient recipient, String subject, String text, @Nullable UUID about) {
        var line = subject.replaceAll("\\s+", " ").strip();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            insert into outbox_message
                (id, recipient_name, recipient_email, subject, body, written_at, next_attempt_at, record_id)
            values (:id, :name, :email, :subject, :body, :now, :now, :about)
            """)
                .param("id", Uuid7.next())
                .param("name", recipient.name())
                .param("email", recipient.email())
                .param("subject", line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) : line)
                .param("body", text)
                .param("now", now)
                .param("about", about)
                .update();
    }
}
