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
    private final Reading reading;
    private final Clock clock;

    MarkChallenged(SelfEvaluations evaluations, Reading reading, Clock clock) {
        this.evaluations = evaluations;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Marks it; a second time, or where none has been submitted, changes nothing.
     *
     * @throws NotFound when the viewer may not read what has been submitted
     */
    public void mark(LocalAuthorityId authority, CycleId cycle, Viewer viewer) {
        evaluations.findNewestSubmitted(authority.value(), cycle.value()).ifPresent(evaluation -> {
            if (reading.head(evaluation.id(), viewer).isEmpty()) {
                throw new NotFound();
            }
            evaluation.markChallenged(clock.instant());
            evaluations.save(evaluation);
        });
    }
}
