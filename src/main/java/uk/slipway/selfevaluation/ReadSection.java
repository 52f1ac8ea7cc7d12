package uk.slipway.selfevaluation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Markdown;
import uk.slipway.web.SafeHtml;

/** One section of the whole document, as it is read. */
record ReadSection(
        String code,
        String title,
        SafeHtml text,
        @Nullable String grade,
        List<String> strengths,
        List<String> areas,
        List<Reading.EvidenceLine> evidence,
        List<SectionController.CommitmentLine> commitments) {

    public boolean empty() {
        return text.html().isEmpty()
                && strengths.isEmpty()
                && areas.isEmpty()
                && evidence.isEmpty()
                && commitments.isEmpty();
    }

    /** Every section of a document, in its order. */
    static List<ReadSection> of(ShowSelfEvaluation.Whole whole, Markdown markdown) {
        var grades = whole.cycle().scheme().grades();
        return whole.sections().stream()
                .map(section -> new ReadSection(
                        section.code(),
                        section.title(),
                        markdown.toHtml(section.body(), FiguresInText.of(evidenceOf(whole, section.id()))),
                        grades.stream()
                                .filter(grade -> grade.code().equals(section.grade()))
                                .map(grade -> grade.name())
                                .findFirst()
                                .orElse(null),
                        texts(whole, section.id(), Point.Kind.STRENGTH),
                        texts(whole, section.id(), Point.Kind.AREA_FOR_DEVELOPMENT),
                        evidenceOf(whole, section.id()),
                        section.progress() ? answers(whole) : List.of()))
                .toList();
    }

    private static List<Reading.EvidenceLine> evidenceOf(ShowSelfEvaluation.Whole whole, UUID section) {
        return whole.evidence().stream()
                .filter(piece -> piece.section().equals(section))
                .toList();
    }

    private static List<String> texts(ShowSelfEvaluation.Whole whole, UUID section, Point.Kind kind) {
        return whole.points().stream()
                .filter(point -> point.section().equals(section) && point.kind() == kind)
                .map(Reading.PointLine::text)
                .toList();
    }

    private static List<SectionController.CommitmentLine> answers(ShowSelfEvaluation.Whole whole) {
        return whole.commitments().stream()
                .map(each -> {
                    var answered = each.answerIn(whole.head().cycle());
                    return new SectionController.CommitmentLine(
                            each,
                            answered.map(answer -> answer.answer().inWords()).orElse(null),
                            answered.map(answer -> answer.note()).orElse(null));
                })
                .toList();
    }
}
