package uk.slipway.selfevaluation;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;

/** A writer saves a section. Each text that was saved is kept. */
@UseCase
class SaveSection {

    /**
     * What a writer sends.
     *
     * @param body Markdown, at most {@link Section#LONGEST} characters
     * @param grade the code of an own grade, or null
     * @param complete whether the writer calls the section complete
     * @param version the version the writer started from
     */
    record Draft(String body, @Nullable String grade, boolean complete, long version) {}

    /** Somebody else saved the section after the writer had opened it. */
    static class Stale extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String title;
        private final String theirs;
        private final @Nullable String savedBy;
        private final @Nullable String original;
        private final long version;

        Stale(Section section, @Nullable String original) {
            super("Saved by somebody else meanwhile");
            this.title = section.title();
            this.theirs = section.body();
            this.savedBy = section.savedBy();
            this.original = original;
            this.version = section.currentVersion();
        }

        String title() {
            return title;
        }

        String theirs() {
            return theirs;
        }

        @Nullable
        String savedBy() {
            return savedBy;
        }

        @Nullable
        String original() {
            return original;
        }

        long version() {
            return version;
        }
    }

    private final SelfEvaluations evaluations;
    private final Sections sections;
    private final Desk desk;
    private final Clock clock;

    SaveSection(SelfEvaluations evaluations, Sections sections, Desk desk, Clock clock) {
        this.evaluations = evaluations;
        this.sections = sections;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Saves it. Saying again what is saved already changes nothing, whatever version it is said of.
     *
     * @return how many signatures became void
     * @throws Stale when somebody else saved another text since
     */
    int save(SelfEvaluationId id, String code, Draft draft, Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        var section = desk.section(evaluation, code);
        if (section.saysAlready(draft.body(), draft.grade(), draft.complete())) {
            return 0;
        }
        if (section.currentVersion() != draft.version()) {
            throw new Stale(
                    section,
                    sections.textAt(section.id().value(), draft.version()).orElse(draft.version() == 0 ? "" : null));
        }
        var now = clock.instant();
        boolean saysOtherwise = section.wouldSayOtherwise(draft.body(), draft.grade());
        int voided = 0;
        if (saysOtherwise || !evaluation.state().isBeforeSubmission()) {
            voided = evaluation.edited(section.title(), now);
        }
        if (voided > 0) {
            evaluations.save(evaluation);
        }
        section.write(draft.body(), draft.grade(), draft.complete(), viewer.name(), now);
        sections.saveAndFlush(section);
        sections.keepRevision(section.id().value());
        return voided;
    }
}
