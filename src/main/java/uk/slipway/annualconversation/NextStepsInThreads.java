package uk.slipway.annualconversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/** A next step in a golden thread: to the two who talk, and to those with whom the Director has shared it. */
@Component
class NextStepsInThreads implements ThreadSource {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    NextStepsInThreads(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    @Override
    public String kind() {
        return NextStep.KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        var found = new HashMap<UUID, Summary>();
        jdbc.sql("""
            select s.id, s.text, s.owner, s.state, s.proposed_at, s.conversation_id, s.authority_id,
                   o.name as authority_name, STEP as shown, CONVERSATION as known
            from next_step s join annual_conversation c on c.id = s.conversation_id
              join organisation o on o.id = s.authority_id
            where s.id in (:ids)
            """.replace("STEP", maySee.of("s")).replace("CONVERSATION", maySee.of("c")))
                .params(maySee.parameters(viewer))
                .param("ids", ids)
                .query(row -> {
                    var authority = new LocalAuthorityId(row.getObject("authority_id", UUID.class));
                    boolean party = Party.of(viewer, authority).isPresent() && row.getBoolean("known");
                    if (party || row.getBoolean("shown")) {
                        found.put(
                                row.getObject("id", UUID.class),
                                new Summary(
                                        Strand.NEXT_STEP,
                                        "Next step",
                                        row.getString("text"),
                                        row.getString("authority_name"),
                                        LondonTime.dayOf(
                                                row.getTimestamp("proposed_at").toInstant()),
                                        switch (NextStep.State.valueOf(row.getString("state"))) {
                                            case PROPOSED -> "Proposed";
                                            case AGREED -> "Agreed by both";
                                            case DROPPED -> "Dropped";
                                        },
                                        null,
                                        "/conversations/" + row.getObject("conversation_id", UUID.class)));
                    }
                });
        return found;
    }
}
