package uk.slipway.peerchallenge;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.threads.Origin;

/** The challenge questions of a forum, as what its headlines can be made from. */
@Component
public class QuestionsOfForum {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    QuestionsOfForum(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    /** Those that the viewer may see, in their order. One statement. */
    public List<Origin> of(Viewer viewer, ForumId forum) {
        var origins = new ArrayList<Origin>();
        jdbc.sql("""
            select q.id, q.text, f.authority_id, f.state
            from challenge_question q join forum f on f.id = q.forum_id
            where f.id = :forum and MAYSEE order by q.place_in_order, q.id
            """.replace("MAYSEE", maySee.of("f")))
                .params(maySee.parameters(viewer))
                .param("forum", forum.value())
                .query(row -> {
                    if (seen(
                            viewer,
                            new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                            ForumState.valueOf(row.getString("state")))) {
                        origins.add(Origin.of(
                                new QuestionId(row.getObject("id", UUID.class)).asRecord(),
                                "Question " + (origins.size() + 1),
                                row.getString("text")));
                    }
                });
        return List.copyOf(origins);
    }

    /** Whether who may see a forum sees its questions: its authority does once they are issued. */
    static boolean seen(Viewer viewer, LocalAuthorityId authority, ForumState state) {
        return state.hasReached(ForumState.QUESTIONS_ISSUED) || !viewer.worksFor(authority);
    }
}
