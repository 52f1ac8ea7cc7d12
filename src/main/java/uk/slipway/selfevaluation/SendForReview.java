package uk.slipway.selfevaluation;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;

/** A writer asks for review and sign-off. */
@UseCase
class SendForReview {

    private final SelfEvaluations evaluations;
    private final Desk desk;
    private final Clock clock;

    SendForReview(SelfEvaluations evaluations, Desk desk, Clock clock) {
        this.evaluations = evaluations;
        this.desk = desk;
        this.clock = clock;
    }

    /** Sends it; a second time changes nothing. */
    void send(SelfEvaluationId id, Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        if (evaluation.state() != SelfEvaluationState.IN_REVIEW) {
            evaluation.sendForReview(clock.instant());
            evaluations.save(evaluation);
        }
    }
}
