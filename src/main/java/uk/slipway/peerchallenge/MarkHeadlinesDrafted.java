package uk.slipway.peerchallenge;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Notes that the draft headlines lie with the authority. For the rooms above, which have asked whether the viewer may. */
@UseCase
public class MarkHeadlinesDrafted {

    private final Forums forums;
    private final Clock clock;

    MarkHeadlinesDrafted(Forums forums, Clock clock) {
        this.forums = forums;
        this.clock = clock;
    }

    /**
     * A second time changes nothing.
     *
     * @throws NotFound when there is no such forum
     * @throws OutOfStep when the forum has not been held
     */
    public void mark(ForumId id, Viewer viewer) {
        var forum = forums.findById(id).orElseThrow(NotFound::new);
        forum.draftHeadlines(viewer.name(), clock.instant());
        forums.save(forum);
    }
}
