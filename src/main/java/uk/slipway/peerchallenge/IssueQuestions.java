package uk.slipway.peerchallenge;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotYours;

/** Gives the challenge questions to the authority, which can answer them from now on. */
@UseCase
public class IssueQuestions {

    private final Forums forums;
    private final ChallengeQuestions questions;
    private final ForumGate gate;
    private final Clock clock;

    IssueQuestions(Forums forums, ChallengeQuestions questions, ForumGate gate, Clock clock) {
        this.forums = forums;
        this.questions = questions;
        this.gate = gate;
        this.clock = clock;
    }

    /** @throws OutOfStep when there is none, or the pack is not issued */
    public void issue(ForumId id, Viewer viewer) {
        var forum = gate.seenBy(viewer, id);
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        int howMany = questions.findByForumOrderByPlaceInOrderAscIdAsc(id).size();
        forum.issueQuestions(howMany, viewer.name(), clock.instant());
        forums.save(forum);
    }
}
