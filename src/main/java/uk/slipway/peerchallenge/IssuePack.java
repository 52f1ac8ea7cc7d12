package uk.slipway.peerchallenge;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;

/** Releases a forum's papers to its panel. */
@UseCase
public class IssuePack {

    private final Forums forums;
    private final ForumGate gate;
    private final Papers papers;
    private final Clock clock;

    IssuePack(Forums forums, ForumGate gate, Papers papers, Clock clock) {
        this.forums = forums;
        this.gate = gate;
        this.papers = papers;
        this.clock = clock;
    }

    /** @throws OutOfStep when the panel is not confirmed */
    public void issue(ForumId id, Viewer viewer) {
        var forum = gate.managedBy(viewer, id);
        forum.issuePack(viewer.name(), clock.instant());
        forums.save(forum);
        papers.release(forum, viewer);
    }
}
