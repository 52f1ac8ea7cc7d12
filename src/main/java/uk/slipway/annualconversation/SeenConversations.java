package uk.slipway.annualconversation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The record gate: a conversation for a viewer who may see that there is one, and on whose side they are. */
@Component
class SeenConversations {

    private final AnnualConversations conversations;
    private final JdbcClient jdbc;
    private final MaySee maySee;

    SeenConversations(AnnualConversations conversations, JdbcClient jdbc, MaySee maySee) {
        this.conversations = conversations;
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    /** @throws NotFound when there is none, or the viewer may not know of it */
    AnnualConversation require(Viewer viewer, ConversationId id) {
        boolean seen = jdbc.sql("select exists (select 1 from annual_conversation c where c.id = :id and "
                        + maySee.of("c") + ")")
                .params(maySee.parameters(viewer))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
        if (!seen) {
            throw new NotFound();
        }
        return conversations.findById(id).orElseThrow(NotFound::new);
    }

    /** The conversation for one of the two who talk. @throws NotYours for the regional team, which sees its date only */
    AnnualConversation requireParty(Viewer viewer, ConversationId id) {
        var conversation = require(viewer, id);
        party(viewer, conversation);
        return conversation;
    }

    /** The same, in the version the viewer's form was made of. @throws EditConflict when it was changed since */
    AnnualConversation requireParty(Viewer viewer, ConversationId id, long version) {
        var conversation = requireParty(viewer, id);
        if (conversation.version() != version) {
            throw new EditConflict();
        }
        return conversation;
    }

    static Party party(Viewer viewer, AnnualConversation conversation) {
        return partyOf(viewer, conversation).orElseThrow(NotYours::new);
    }

    static Optional<Party> partyOf(Viewer viewer, AnnualConversation conversation) {
        return Party.of(viewer, conversation.authority());
    }
}
