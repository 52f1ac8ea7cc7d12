package uk.slipway.selfevaluation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.commitments.CommitmentLedger;
import uk.slipway.commitments.CommitmentView;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.JudgementGradeView;
import uk.slipway.cycles.JudgementSchemeView;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Lays one section out for writing. */
@UseCase(readOnly = true)
class ShowSection {

    /** What the writing page needs. */
    record Laid(
            Reading.Head head,
            Reading.SectionText section,
            List<Reading.PointLine> points,
            List<Reading.EvidenceLine> evidence,
            List<Reading.SectionLine> others,
            List<JudgementGradeView> grades,
            List<CommitmentView> commitments) {

        List<Reading.PointLine> of(Point.Kind kind) {
            return points.stream().filter(point -> point.kind() == kind).toList();
        }
    }

    private final Reading reading;
    private final CycleCalendar calendar;
    private final CommitmentLedger ledger;

    ShowSection(Reading reading, CycleCalendar calendar, CommitmentLedger ledger) {
        this.reading = reading;
        this.calendar = calendar;
        this.ledger = ledger;
    }

    /** @throws NotFound when there is none that the viewer's authority writes */
    Laid of(SelfEvaluationId id, String code, Viewer viewer) {
        var head = reading.head(id, viewer)
                .filter(found -> viewer.worksFor(found.authority()))
                .orElseThrow(NotFound::new);
        var section = reading.sections(id, code).stream().findFirst().orElseThrow(NotFound::new);
        return new Laid(
                head,
                section,
                reading.points(id, code),
                reading.evidence(head, code),
                reading.sectionLines(id),
                section.areaCode() == null ? List.of() : grades(head),
                section.progress() ? ledger.toAnswerIn(head.authority(), head.cycle()) : List.of());
    }

    /** One point of a section, for its own page. */
    Optional<Reading.PointLine> point(Laid laid, @Nullable String point) {
        return laid.points().stream()
                .filter(each -> each.id().toString().equals(point))
                .findFirst();
    }

    private List<JudgementGradeView> grades(Reading.Head head) {
        return calendar.find(head.cycle())
                .map(cycle -> cycle.scheme())
                .map(JudgementSchemeView::grades)
                .orElse(List.of());
    }
}
