package uk.slipway.threads;

import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Those who linked two things take the link away again. */
@UseCase
class RemoveLink {

    private final Links links;
    private final FollowThread follow;

    RemoveLink(Links links, FollowThread follow) {
        this.links = links;
        this.follow = follow;
    }

    /**
     * Takes it away; what is gone already stays so.
     *
     * @param at the thing on whose thread's page the link is seen
     * @throws NotFound when the viewer does not see that link there
     * @throws NotYours when their organisation has not made it
     */
    void remove(RecordRef at, LinkId id, Viewer viewer) {
        var thread = follow.of(at, viewer);
        var link = links.find(id);
        if (link.isEmpty()) {
            return;
        }
        if (!thread.links().contains(link.get())) {
            throw new NotFound();
        }
        if (!viewer.organisation().equals(link.get().removableBy())) {
            throw new NotYours();
        }
        links.remove(link.get(), viewer);
    }
}
