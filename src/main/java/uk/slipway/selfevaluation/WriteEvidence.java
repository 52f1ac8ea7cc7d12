package uk.slipway.selfevaluation;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** A writer adds what a section stands on, or takes it away. */
@UseCase
class WriteEvidence {

    private final SelfEvaluations evaluations;
    private final EvidenceList evidence;
    private final Documents documents;
    private final Desk desk;
    private final Clock clock;

    WriteEvidence(SelfEvaluations evaluations, EvidenceList evidence, Documents documents, Desk desk, Clock clock) {
        this.evaluations = evaluations;
        this.evidence = evidence;
        this.documents = documents;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Adds it; the same id a second time changes nothing.
     *
     * @param piece its id, made when the form was rendered
     * @return how many signatures became void
     */
    int add(
            SelfEvaluationId id,
            String code,
            UUID piece,
            Evidence.Draft draft,
            @Nullable CheckedFile file,
            Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        var section = desk.section(evaluation, code);
        var known = evidence.findById(piece);
        if (known.isPresent()) {
            if (!known.get().section().equals(section.id().value())) {
                throw new NotFound();
            }
            return 0;
        }
        int voided = noteEdit(evaluation, section);
        var now = clock.instant();
        var document = file == null ? null : documents.keep(evaluation, file, viewer.name(), now);
        evidence.save(new Evidence(
                piece,
                section,
                new Evidence.Draft(draft.kind(), draft.reference(), draft.dated(), draft.note(), document),
                now));
        return voided;
    }

    /** Takes it away; what is gone already stays so. Its file stays with the versions that still name it. */
    int remove(SelfEvaluationId id, String code, UUID piece, Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        var section = desk.section(evaluation, code);
        var known = evidence.findById(piece)
                .filter(found -> found.section().equals(section.id().value()));
        if (known.isEmpty()) {
            return 0;
        }
        int voided = noteEdit(evaluation, section);
        evidence.delete(known.get());
        return voided;
    }

    private int noteEdit(SelfEvaluation evaluation, Section section) {
        int voided = evaluation.edited(section.title(), clock.instant());
        if (voided > 0) {
            evaluations.save(evaluation);
        }
        return voided;
    }
}
