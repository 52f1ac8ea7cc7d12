package uk.slipway.selfevaluation;

import java.time.Clock;
import java.time.LocalDate;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.CheckedFile;
import uk.slipway.web.NotFound;

/** A writer records that somebody signed on paper, with the scan. */
@UseCase
class RecordSignOffOnPaper {

    private final SelfEvaluations evaluations;
    private final Documents documents;
    private final Desk desk;
    private final Clock clock;

    RecordSignOffOnPaper(SelfEvaluations evaluations, Documents documents, Desk desk, Clock clock) {
        this.evaluations = evaluations;
        this.documents = documents;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Records it; a step that is signed already stays as it is.
     *
     * @throws NotFound when the chain has no such step
     * @throws NotNow when it is not in review, or an earlier step is open
     */
    void record(SelfEvaluationId id, int step, String name, LocalDate on, CheckedFile scan, Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        var chain = desk.chainOf(evaluation);
        if (step < 0 || step >= chain.size()) {
            throw new NotFound();
        }
        if (evaluation.hasSigned(step)) {
            return;
        }
        var now = clock.instant();
        var document = documents.keep(evaluation, scan, viewer.name(), now);
        var role = chain.get(step).role();
        evaluation.signOff(
                step,
                chain,
                new SignOff.Signature(
                        name, role.inWords() + ", " + viewer.organisationName(), null, on, document, viewer.name()),
                now);
        evaluations.save(evaluation);
    }
}
