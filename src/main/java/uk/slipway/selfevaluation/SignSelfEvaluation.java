package uk.slipway.selfevaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotYours;

/** The Director approves, the Lead Member or the Chief Executive signs: each for themselves, and what they have read. */
@UseCase
class SignSelfEvaluation {

    /**
     * A section that says something else than what was read.
     *
     * @param was the text that was read, or null where it is not known
     * @param now the text that stands
     */
    record Change(
            String code,
            String title,
            @Nullable String was,
            String now,
            @Nullable Instant savedAt,
            @Nullable String savedBy) {

        /** Whether the change is in what stands beside the text: points, evidence, answers, the grade. */
        public boolean besideTheText() {
            return now.equals(was);
        }
    }

    /** The text is no longer the one that the signatory read. */
    static class TextChanged extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Change> changes;

        TextChanged(List<Change> changes) {
            super("The text changed after it was read");
            this.changes = List.copyOf(changes);
        }

        List<Change> changes() {
            return changes;
        }
    }

    private final SelfEvaluations evaluations;
    private final Sections sections;
    private final Desk desk;
    private final ShowSelfEvaluation show;
    private final Clock clock;

    SignSelfEvaluation(
            SelfEvaluations evaluations, Sections sections, Desk desk, ShowSelfEvaluation show, Clock clock) {
        this.evaluations = evaluations;
        this.sections = sections;
        this.desk = desk;
        this.show = show;
        this.clock = clock;
    }

    /**
     * Puts the viewer's name to the step of their role; a second time changes nothing. No edit slips in between the
     * comparison and the signature: both hold the self-evaluation until the transaction has ended.
     *
     * @param read the text that the viewer had before them
     * @throws TextChanged when it says something else by now
     * @throws NotNow when it is not in review, or an earlier step is open
     */
    void sign(SelfEvaluationId id, TextRead read, Viewer viewer) {
        var evaluation = desk.ofOwnAuthority(id, viewer);
        var chain = desk.chainOf(evaluation);
        int step = IntStream.range(0, chain.size())
                .filter(each -> chain.get(each).role() == viewer.role())
                .findFirst()
                .orElseThrow(NotYours::new);
        if (evaluation.hasSigned(step)) {
            return;
        }
        evaluation.mustBeSignable(step, chain);
        refuseAnotherText(id, read, viewer);
        evaluation.signOff(
                step,
                chain,
                new SignOff.Signature(
                        viewer.name(),
                        viewer.actingAs(),
                        viewer.account().value(),
                        LondonTime.today(clock),
                        null,
                        viewer.name()),
                clock.instant());
        evaluations.save(evaluation);
    }

    private void refuseAnotherText(SelfEvaluationId id, TextRead read, Viewer viewer) {
        var whole = show.asDocument(id, viewer);
        var stands = TextRead.of(whole);
        if (stands.saysTheSameAs(read)) {
            return;
        }
        throw new TextChanged(IntStream.range(0, stands.sections().size())
                .filter(at -> !read.says(stands.sections().get(at)))
                .mapToObj(at -> changeOf(whole.sections().get(at), read))
                .toList());
    }

    private Change changeOf(Reading.SectionText section, TextRead read) {
        long version = read.versionOf(section.code());
        var was = sections.textAt(section.id(), version).orElse(version == 0 ? "" : null);
        return new Change(section.code(), section.title(), was, section.body(), section.savedAt(), section.savedBy());
    }
}
