package uk.slipway.selfevaluation;

import java.time.Clock;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotYours;

/** A signatory asks for changes, with the reason. */
@UseCase
class ReturnToAuthor {

    private final SelfEvaluations evaluations;
    private final Desk desk;
    private final Clock clock;

    ReturnToAuthor(SelfEvaluations evaluations, Desk desk, Clock clock) {
        this.evaluations = evaluations;
        this.desk = desk;
        this.clock = clock;
    }

    /** Returns it; what is a draft already stays one. */
    void returnIt(SelfEvaluationId id, String because, Viewer viewer) {
        var evaluation = desk.ofOwnAuthority(id, viewer);
        if (viewer.is(Role.LA_OFFICER)) {
            throw new NotYours();
        }
        if (evaluation.state() != SelfEvaluationState.DRAFT) {
            evaluation.returnToAuthor(because, viewer.name(), clock.instant());
            evaluations.save(evaluation);
        }
    }
}
