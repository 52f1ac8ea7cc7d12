package uk.slipway.headlines;

import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.peerchallenge.ForumState;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.peerchallenge.ForumSummary;
import uk.slipway.peerchallenge.MarkHeadlinesAgreed;
import uk.slipway.peerchallenge.MarkHeadlinesDrafted;
import uk.slipway.web.NotFound;

/** Moves a forum on when its headlines have moved on, in the transaction that moved them. */
@Component
class ForumHeadlinesSettled {

    private final Headlines headlines;
    private final ForumSummaries forums;
    private final MarkHeadlinesDrafted markDrafted;
    private final MarkHeadlinesAgreed markAgreed;

    ForumHeadlinesSettled(
            Headlines headlines,
            ForumSummaries forums,
            MarkHeadlinesDrafted markDrafted,
            MarkHeadlinesAgreed markAgreed) {
        this.headlines = headlines;
        this.forums = forums;
        this.markDrafted = markDrafted;
        this.markAgreed = markAgreed;
    }

    /** The drafts are complete; a second time changes nothing. */
    void drafted(ForumSummary forum, Viewer viewer) {
        if (forum.state() == ForumState.HELD) {
            markDrafted.mark(forum.id(), viewer);
        }
        look(forum.id(), viewer);
    }

    /** Marks the forum's headlines agreed when every one is settled and at least one was agreed. */
    void look(ForumId forum, Viewer viewer) {
        var all = headlines.findByForumOrderByDraftedAt(forum);
        boolean settled = all.stream().allMatch(headline -> headline.state().isSettled())
                && all.stream().anyMatch(headline -> headline.state() == HeadlineState.AGREED);
        if (settled && forums.find(viewer, forum).orElseThrow(NotFound::new).state() == ForumState.HEADLINES_DRAFT) {
            markAgreed.mark(forum, viewer);
        }
    }
}
