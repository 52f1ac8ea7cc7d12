package uk.slipway.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.UseCase;

/** Reads the fifty newest messages. Only where the people in them are made up. */
@UseCase(readOnly = true)
@Profile({"demonstration", "test"})
public class ShowOutbox {

    private final JdbcClient jdbc;

    ShowOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One message as it stands in the outbox; of one that has been sent only its envelope is left. */
    public record Message(UUID id, String to, String subject, Instant writtenAt, String body) {}

    /** Newest first. */
    public List<Message> newest() {
        return jdbc.sql("""
            select id, recipient_email, subject, written_at, coalesce(body, 'Sent.') as body
            from outbox_message order by written_at desc, id desc limit 50
            """)
                .query((row, number) -> new Message(
                        row.getObject("id", UUID.class),
                        row.getString("recipient_email"),
                        row.getString("subject"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("body")))
                .list();
    }
}
