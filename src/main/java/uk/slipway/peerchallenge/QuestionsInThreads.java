package uk.slipway.peerchallenge;

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

/** A challenge question in a golden thread; to its authority once the questions are issued. */
@Component
class QuestionsInThreads implements ThreadSource {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    QuestionsInThreads(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    @Override
    public String kind() {
        return QuestionId.KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        var found = new HashMap<UUID, Summary>();
        jdbc.sql("""
            select q.id, q.text, q.source, q.written_at, q.responded_at, f.id as forum, f.authority_id, f.state,
                   o.name as authority_name
            from challenge_question q join forum f on f.id = q.forum_id join organisation o on o.id = f.authority_id
            where q.id in (:ids) and MAYSEE
            """.replace("MAYSEE", maySee.of("f")))
                .params(maySee.parameters(viewer))
                .param("ids", ids)
                .query(row -> {
                    var state = ForumState.valueOf(row.getString("state"));
                    var authority = new LocalAuthorityId(row.getObject("authority_id", UUID.class));
                    if (QuestionsOfForum.seen(viewer, authority, state)) {
                        found.put(
                                row.getObject("id", UUID.class),
                                new Summary(
                                        Strand.QUESTION,
                                        "Challenge question",
                                        row.getString("text"),
                                        row.getString("authority_name"),
                                        LondonTime.dayOf(
                                                row.getTimestamp("written_at").toInstant()),
                                        QuestionSource.valueOf(row.getString("source"))
                                                        .inWords()
                                                + ": "
                                                + (state.hasReached(ForumState.RESPONSES_IN)
                                                                && row.getTimestamp("responded_at") != null
                                                        ? "answered in writing"
                                                        : state.hasReached(ForumState.QUESTIONS_ISSUED)
                                                                ? "issued to the authority"
                                                                : "not issued yet"),
                                        null,
                                        "/forums/" + row.getObject("forum", UUID.class) + "/questions"));
                    }
                });
        return found;
    }
}
