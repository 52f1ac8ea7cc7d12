package uk.slipway.selfevaluation;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.CitableFigures;
import uk.slipway.kernel.UseCase;
import uk.slipway.threads.Links;
import uk.slipway.web.CheckedFile;
import uk.slipway.web.NotFound;

/** A writer adds what a section stands on, or takes it away. */
@UseCase
class WriteEvidence {

    private final SelfEvaluations evaluations;
    private final EvidenceList evidence;
    private final Documents documents;
    private final Desk desk;
    private final Clock clock;
    private final CitableFigures figures;
    private final Links links;

    WriteEvidence(
            SelfEvaluations evaluations,
            EvidenceList evidence,
            Documents documents,
            Desk desk,
            Clock clock,
            CitableFigures figures,
            Links links) {
        this.evaluations = evaluations;
        this.evidence = evidence;
        this.documents = documents;
        this.desk = desk;
        this.clock = clock;
        this.figures = figures;
        this.links = links;
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
                new Evidence.Draft(
                        draft.kind(), draft.reference(), draft.dated(), draft.note(), document, draft.cited()),
                now));
        return voided;
    }

    /**
     * Cites a published figure as it is now; the same id a second time changes nothing.
     *
     * @param indicator the part of its address that names it
     * @return how many signatures became void
     * @throws NotFound when the authority has no such figure
     */
    int cite(SelfEvaluationId id, String code, UUID piece, String indicator, int period, String note, Viewer viewer) {
        var authority = desk.forWriting(id, viewer).authority();
        var figure = figures.figure(authority, indicator, period).orElseThrow(NotFound::new);
        var words = figure.name() + ", " + figure.periodInWords() + ": " + figure.words();
        int voided = add(
                id,
                code,
                piece,
                new Evidence.Draft(
                        EvidenceKind.INDICATOR, words, null, note, null, CitedFigure.of(figure, clock.instant())),
                null,
                viewer);
        links.follow(Threads.figure(piece), Threads.sentence(piece), authority);
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
