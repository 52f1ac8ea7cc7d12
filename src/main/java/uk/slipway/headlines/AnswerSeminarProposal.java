package uk.slipway.headlines;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The Director consents to a strength being used in a seminar, or declines with a reason. */
@UseCase
class AnswerSeminarProposal {

    private final SeenHeadlines seen;
    private final SeminarProposals proposals;
    private final Clock clock;

    AnswerSeminarProposal(SeenHeadlines seen, SeminarProposals proposals, Clock clock) {
        this.seen = seen;
        this.proposals = proposals;
        this.clock = clock;
    }

    void consent(Viewer viewer, HeadlineId id) {
        var proposal = find(viewer, id, SeminarProposal.State.CONSENTED);
        proposal.consent(viewer, clock.instant());
        proposals.save(proposal);
    }

    void decline(Viewer viewer, HeadlineId id, String because) {
        var proposal = find(viewer, id, SeminarProposal.State.DECLINED);
        proposal.decline(because, viewer, clock.instant());
        proposals.save(proposal);
    }

    private SeminarProposal find(Viewer viewer, HeadlineId id, SeminarProposal.State wanted) {
        var headline = seen.require(viewer, id);
        if (!viewer.directs(headline.authority())) {
            throw new NotYours();
        }
        var proposal = proposals.findByHeadline(id).orElseThrow(NotFound::new);
        if (proposal.state() != SeminarProposal.State.PROPOSED && proposal.state() != wanted) {
            throw new EditConflict();
        }
        return proposal;
    }
}
