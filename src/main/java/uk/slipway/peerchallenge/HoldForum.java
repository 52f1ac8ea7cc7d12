package uk.slipway.peerchallenge;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotYours;

/** Records that a forum was held: what the authority submitted has been challenged. */
@UseCase
public class HoldForum {

    private final Forums forums;
    private final ForumGate gate;
    private final Papers papers;
    private final Clock clock;

    HoldForum(Forums forums, ForumGate gate, Papers papers, Clock clock) {
        this.forums = forums;
        this.gate = gate;
        this.papers = papers;
        this.clock = clock;
    }

    /** @throws OutOfStep when its day is ahead or the pack was never issued */
    public void hold(ForumId id, Viewer viewer) {
        var forum = gate.seenBy(viewer, id);
        if (!ForumGate.mayCapture(viewer, forum)) {
            throw new NotYours();
        }
        forum.hold(LondonTime.today(clock), viewer.name(), clock.instant());
        forums.save(forum);
        papers.markChallenged(forum, viewer);
    }
}
