package uk.slipway.selfevaluation;

import java.time.Clock;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;

/** Closes an authority's self-evaluation when its year's conversation is over. For the room of the conversations. */
@UseCase
public class CloseSelfEvaluation {

    private final SelfEvaluations evaluations;
    private final Clock clock;

    CloseSelfEvaluation(SelfEvaluations evaluations, Clock clock) {
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /**
     * Closes the newest submitted version; a second time, or where there is none, changes nothing.
     *
     * @throws NotFound when the viewer is neither of the authority, nor of the regional team, nor of Ofsted
     */
    public void close(LocalAuthorityId authority, CycleId cycle, Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam() && !viewer.worksFor(authority) && !viewer.is(Role.OFSTED_COLLEAGUE)) {
            throw new NotFound();
        }
        evaluations.findNewestSubmitted(authority.value(), cycle.value()).ifPresent(evaluation -> {
            evaluation.close(clock.instant());
            evaluations.save(evaluation);
        });
    }
}
