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
     * Marks it; a second time, or where none has been submitted, changes nothing.
     *
     * @throws NotFound when the viewer is neither of the authority nor of the regional team
     */
    public void mark(LocalAuthorityId authority, CycleId cycle, Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam() && !viewer.worksFor(authority)) {
            throw new NotFound();
        }
        evaluations.findNewestSubmitted(authority.value(), cycle.value()).ifPresent(evaluation -> {
            evaluation.markChallenged(clock.instant());
            evaluations.save(evaluation);
        });
    }
}
