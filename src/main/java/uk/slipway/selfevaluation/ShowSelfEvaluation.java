package uk.slipway.selfevaluation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.commitments.CommitmentLedger;
import uk.slipway.commitments.CommitmentView;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Shows a self-evaluation to those who may see it: as a record with its task list, or as the whole document. */
@UseCase(readOnly = true)
class ShowSelfEvaluation {

    /** The record's page. */
    record Shown(
            Reading.Head head,
            CycleView cycle,
            List<Reading.SectionLine> sections,
            List<Reading.SignOffLine> signOffs,
            List<String> audiences,
            List<TrailEntry> trail) {}

    /**
     * The whole document.
     *
     * @param questions where the viewer asks a challenge question from a citation, by citation
     */
    record Whole(
            Reading.Head head,
            CycleView cycle,
            List<Reading.SectionText> sections,
            List<Reading.PointLine> points,
            List<Reading.EvidenceLine> evidence,
            List<Reading.SignOffLine> signOffs,
            List<CommitmentView> commitments,
            Map<UUID, String> questions) {}

    private final Reading reading;
    private final CycleCalendar calendar;
    private final CommitmentLedger ledger;
    private final AuditTrail trail;
    private final ObjectProvider<QuestionsFromCitations> questions;

    ShowSelfEvaluation(
            Reading reading,
            CycleCalendar calendar,
            CommitmentLedger ledger,
            AuditTrail trail,
            ObjectProvider<QuestionsFromCitations> questions) {
        this.reading = reading;
        this.calendar = calendar;
        this.ledger = ledger;
        this.trail = trail;
        this.questions = questions;
    }

    /** @throws NotFound when there is none that the viewer may see */
    Shown asRecord(SelfEvaluationId id, Viewer viewer) {
        var head = reading.head(id, viewer).orElseThrow(NotFound::new);
        return new Shown(
                head,
                calendar.find(head.cycle()).orElseThrow(NotFound::new),
                reading.sectionLines(id),
                reading.signOffs(id),
                reading.audiences(id),
                viewer.worksFor(head.authority()) ? trail.of(id.asRecord()) : List.of());
    }

    /** @throws NotFound when there is none that the viewer may see */
    Whole asDocument(SelfEvaluationId id, Viewer viewer) {
        var head = reading.head(id, viewer).orElseThrow(NotFound::new);
        return new Whole(
                head,
                calendar.find(head.cycle()).orElseThrow(NotFound::new),
                reading.sections(id, null),
                reading.points(id, null),
                reading.evidence(head, null),
                reading.signOffs(id),
                ledger.toAnswerIn(head.authority(), head.cycle()),
                head.submittedAt() == null || viewer.worksFor(head.authority())
                        ? Map.of()
                        : questions.getObject().addresses(viewer, head.authority(), head.cycle()));
    }
}
