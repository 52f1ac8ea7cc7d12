package uk.slipway.annualconversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/** An item of a conversation's agenda in a golden thread; to the two who talk alone. */
@Component
class AgendaInThreads implements ThreadSource {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    AgendaInThreads(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    @Override
    public String kind() {
        return AgendaItem.KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        var found = new HashMap<UUID, Summary>();
        jdbc.sql("""
            select i.id, i.text, c.id as conversation, c.authority_id, c.date, c.state, o.name as authority_name
            from agenda_item i join annual_conversation c on c.id = i.conversation_id
              join organisation o on o.id = c.authority_id
            where i.id in (:ids) and MAYSEE
            """.replace("MAYSEE", maySee.of("c")))
                .params(maySee.parameters(viewer))
                .param("ids", ids)
                .query(row -> {
                    var authority = new LocalAuthorityId(row.getObject("authority_id", UUID.class));
                    if (Party.of(viewer, authority).isPresent()) {
                        found.put(
                                row.getObject("id", UUID.class),
                                new Summary(
                                        Strand.AGENDA_ITEM,
                                        "On the agenda of the annual conversation",
                                        row.getString("text"),
                                        row.getString("authority_name"),
                                        row.getObject("date", java.time.LocalDate.class),
                                        "Conversation "
                                                + ConversationState.valueOf(row.getString("state"))
                                                        .inWords()
                                                        .toLowerCase(java.util.Locale.UK),
                                        null,
                                        "/conversations/" + row.getObject("conversation", UUID.class)));
                    }
                });
        return found;
    }
}
