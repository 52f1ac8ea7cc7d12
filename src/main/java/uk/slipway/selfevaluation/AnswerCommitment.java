package uk.slipway.selfevaluation;

import java.time.Clock;
import java.util.List;
import uk.slipway.accounts.Viewer;
import uk.slipway.commitments.Commitment;
import uk.slipway.commitments.CommitmentAnswer;
import uk.slipway.commitments.CommitmentId;
import uk.slipway.commitments.CommitmentLedger;
import uk.slipway.commitments.CommitmentView;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.threads.Links;
import uk.slipway.web.NotFound;

/** A writer answers in the self-evaluation what the authority committed to in earlier years. */
@UseCase
class AnswerCommitment {

    private final SelfEvaluations evaluations;
    private final CommitmentLedger ledger;
    private final Desk desk;
    private final Links links;
    private final Clock clock;

    AnswerCommitment(SelfEvaluations evaluations, CommitmentLedger ledger, Desk desk, Links links, Clock clock) {
        this.evaluations = evaluations;
        this.ledger = ledger;
        this.desk = desk;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Answers it; the same answer again changes nothing.
     *
     * @return how many signatures became void
     * @throws NotFound when it is not to be answered in this self-evaluation
     */
    int answer(
            SelfEvaluationId id,
            String code,
            CommitmentId commitment,
            CommitmentAnswer answer,
            String note,
            Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        var section = desk.section(evaluation, code);
        List<CommitmentView> asked =
                section.tellsProgress() ? ledger.toAnswerIn(evaluation.authority(), evaluation.cycle()) : List.of();
        var found = asked.stream()
                .filter(each -> each.id().equals(commitment))
                .findFirst()
                .orElseThrow(NotFound::new);
        var before = found.answerIn(evaluation.cycle());
        if (before.isPresent()
                && before.get().answer() == answer
                && before.get().note().equals(note)) {
            return 0;
        }
        int voided = evaluation.edited(section.title(), clock.instant());
        if (voided > 0) {
            evaluations.save(evaluation);
        }
        ledger.answer(commitment, evaluation.cycle(), answer, note, viewer);
        // A year has one answer, whichever version it was given in: the first stands for them all.
        evaluations
                .findFirst(evaluation.authority().value(), evaluation.cycle().value())
                .ifPresent(first -> links.follow(
                        new RecordRef(Commitment.KIND, commitment.value()),
                        first.id().asRecord(),
                        evaluation.authority()));
        return voided;
    }
}
