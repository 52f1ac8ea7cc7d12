package uk.slipway.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.UseCase;

/** Reads the messages page by page. Only where the people in them are made up. */
@UseCase(readOnly = true)
@Profile({"demonstration", "test"})
public class ShowOutbox {

    private final JdbcClient jdbc;

    ShowOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One message as it stands in the outbox; of one that has been sent only its envelope is left. */
    public record Message(UUID id, String to, String subject, Instant writtenAt, String body) {}

    /**
     * Some messages, newest first.
     *
     * @param next the id after which the next page begins, or null where this is the last
     */
    public record Messages(List<Message> messages, @Nullable UUID next) {}

    /**
     * A page of messages.
     *
     * @param after the last message of the page before, or null for the first page; one that is not there begins anew
     * @param most how many
     */
    public Messages newest(@Nullable UUID after, int most) {
        var found = jdbc.sql("""
            select id, recipient_email, subject, written_at, coalesce(body, 'Sent.') as body
            from outbox_message m
            where not exists (select from outbox_message l where l.id = cast(:after as uuid)
                and (m.written_at, m.id) >= (l.written_at, l.id))
            order by written_at desc, id desc limit :most
            """)
                .param("after", after)
                .param("most", most + 1)
                .query((row, number) -> new Message(
                        row.getObject("id", UUID.class),
                        row.getString("recipient_email"),
                        row.getString("subject"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("body")))
                .list();
        boolean more = found.size() > most;
        var page = more ? found.subList(0, most) : found;
        return new Messages(List.copyOf(page), more ? page.getLast().id() : null);
    }
}
