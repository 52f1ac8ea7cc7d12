package uk.slipway.peerchallenge;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Closes a forum after the annual conversation. For the rooms above, which have asked whether the viewer may. */
@UseCase
public class CloseForum {

    private final Forums forums;
    private final Clock clock;

    CloseForum(Forums forums, Clock clock) {
        this.forums = forums;
        this.clock = clock;
    }

    /**
     * A second time changes nothing.
     *
     * @throws NotFound when there is no such forum
     * @throws OutOfStep when the conversation has not been held
     */
    public void close(ForumId id, Viewer viewer) {
        var forum = forums.findById(id).orElseThrow(NotFound::new);
        forum.close(viewer.name(), clock.instant());
        forums.save(forum);
    }
}
