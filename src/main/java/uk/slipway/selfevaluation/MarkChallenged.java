package uk.slipway.selfevaluation;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;

/** Notes that a forum has been held on the newest submitted version. For the room of the forums, which knows that it has. */
@UseCase
public class MarkChallenged {

    private final SelfEvaluations evaluations;
    private final Clock clock;

    MarkChallenged(SelfEvaluations evaluations, Clock clock) {
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /**
     * Marks it; a second time changes nothing.
     *
     * @throws NotFound when the authority has submitted none, or the viewer is neither of the authority nor of the regional
     *     team
     */
    public void mark(LocalAuthorityId authority, CycleId cycle, Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam() && !viewer.worksFor(authority)) {
            throw new NotFound();
        }
        var evaluation = evaluations
                .findNewestSubmitted(authority.value(), cycle.value())
                .orElseThrow(NotFound::new);
        evaluation.markChallenged(clock.instant());
        evaluations.save(evaluation);
    }
}
