package uk.slipway.dashboards;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.MilestoneKind;
import uk.slipway.kernel.LondonTime;
import uk.slipway.peerchallenge.ForumState;
import uk.slipway.peerchallenge.ForumSummary;
import uk.slipway.region.LocalAuthority;
import uk.slipway.selfevaluation.SelfEvaluationState;
import uk.slipway.selfevaluation.SelfEvaluationSummary;
import uk.slipway.web.Step;
import uk.slipway.web.Step.Progress;
import uk.slipway.web.Words;

/**
 * How far one authority is in one year, put together from what each room publishes to the viewer.
 *
 * @param authority whose year it is
 * @param cycle the year
 * @param selfEvaluation its newest self-evaluation, or null where it has not started or the viewer may not know
 * @param forum its forum, or null where none is scheduled or the viewer may not know
 * @param conversationOn the day of its annual conversation, likewise
 * @param today the day on which the question is asked
 */
record AuthorityYear(
        LocalAuthority authority,
        CycleView cycle,
        @Nullable SelfEvaluationSummary selfEvaluation,
        @Nullable ForumSummary forum,
        @Nullable LocalDate conversationOn,
        LocalDate today) {

    private static final Words WORDS = new Words();

    /** Where an authority stands, in the order of the year. */
    enum Standing {
        NOT_STARTED("Has not started its self-evaluation", "have not started their self-evaluation"),
        WRITING("Is writing its self-evaluation", "are writing their self-evaluation"),
        IN_REVIEW("Is reviewing and signing its self-evaluation", "are reviewing and signing their self-evaluation"),
        SUBMITTED("Has submitted its self-evaluation", "have submitted their self-evaluation"),
        FORUM_STOPPED("Its forum is postponed or cancelled", "have a forum that is postponed or cancelled"),
        FORUM_READY("Its panel is reading", "have a panel that is reading"),
        FORUM_HELD("Its forum was held", "have held their forum"),
        HEADLINES_AGREED("Has agreed its headlines", "have agreed their headlines"),
        FINISHED("Has had its annual conversation", "have had their annual conversation");

        private final String words;
        private final String ofSeveral;

        Standing(String words, String ofSeveral) {
            this.words = words;
            this.ofSeveral = ofSeveral;
        }

        String inWords() {
            return words;
        }

        /** As it follows a number of authorities. */
        String inWords(int number) {
            return number == 1
                    ? ofSeveral
                            .replaceFirst("^have ", "has ")
                            .replaceFirst("^are ", "is ")
                            .replaceFirst(" their ", " its ")
                    : ofSeveral;
        }
    }

    public Standing standing() {
        if (forum != null && forum.state().isStopped()) {
            return Standing.FORUM_STOPPED;
        }
        if (reached(ForumState.CONVERSATION_HELD)) {
            return Standing.FINISHED;
        }
        if (reached(ForumState.HEADLINES_AGREED)) {
            return Standing.HEADLINES_AGREED;
        }
        if (reached(ForumState.HELD)) {
            return Standing.FORUM_HELD;
        }
        if (selfEvaluation == null) {
            return Standing.NOT_STARTED;
        }
        if (selfEvaluation.submitted()) {
            return reached(ForumState.PACK_ISSUED) ? Standing.FORUM_READY : Standing.SUBMITTED;
        }
        return selfEvaluation.state() == SelfEvaluationState.DRAFT ? Standing.WRITING : Standing.IN_REVIEW;
    }

    /** Whether the self-evaluation's day has passed without a submission. */
    public boolean late() {
        return (selfEvaluation == null || !selfEvaluation.submitted())
                && today.isAfter(cycle.dayOf(MilestoneKind.SELF_EVALUATION_DUE));
    }

    public String words() {
        return standing().inWords();
    }

    /** What the next date is, in words. */
    public String when() {
        if (late()) {
            return "Late: was due " + WORDS.shortDate(cycle.dayOf(MilestoneKind.SELF_EVALUATION_DUE));
        }
        return switch (standing()) {
            case NOT_STARTED, WRITING, IN_REVIEW ->
                "Due " + WORDS.shortDate(cycle.dayOf(MilestoneKind.SELF_EVALUATION_DUE));
            case SUBMITTED, FORUM_READY, FORUM_STOPPED -> forumWhen();
            case FORUM_HELD, HEADLINES_AGREED ->
                conversationOn == null ? "No conversation arranged" : "Conversation " + WORDS.shortDate(conversationOn);
            case FINISHED -> "";
        };
    }

    public String forumWhen() {
        return forum == null || forum.date() == null ? "No forum scheduled" : "Forum " + WORDS.shortDate(forum.date());
    }

    /** The year as steps, for the authority's own page. */
    public List<Step> steps() {
        return List.of(
                step(
                        "Self-evaluation",
                        selfEvaluation == null
                                ? "Not started"
                                : selfEvaluation.submittedAt() == null
                                        ? selfEvaluation.state().inWords()
                                        : "Submitted " + WORDS.shortDate(selfEvaluation.submittedAt()),
                        selfEvaluation != null && selfEvaluation.submitted(),
                        true,
                        late()),
                step(
                        "Peer challenge forum",
                        forum == null
                                ? "Not scheduled yet"
                                : forum.state().isStopped()
                                        ? forum.state().inWords()
                                        : forum.date() == null ? "No date yet" : WORDS.shortDate(forum.date()),
                        reached(ForumState.HELD),
                        selfEvaluation != null && selfEvaluation.submitted(),
                        false),
                step(
                        "Headlines",
                        reached(ForumState.HEADLINES_AGREED) ? "Agreed" : "After the forum",
                        reached(ForumState.HEADLINES_AGREED),
                        reached(ForumState.HELD),
                        false),
                step(
                        "Annual conversation",
                        conversationOn == null ? "Not arranged yet" : WORDS.shortDate(conversationOn),
                        reached(ForumState.CONVERSATION_HELD),
                        reached(ForumState.HEADLINES_AGREED),
                        false));
    }

    @Nullable
    LocalDate submittedOn() {
        return selfEvaluation == null || selfEvaluation.submittedAt() == null
                ? null
                : LondonTime.dayOf(selfEvaluation.submittedAt());
    }

    private boolean reached(ForumState state) {
        return forum != null && forum.state().hasReached(state);
    }

    private static Step step(String name, String words, boolean done, boolean reachable, boolean late) {
        return new Step(
                name, words, done ? Progress.DONE : late ? Progress.LATE : reachable ? Progress.NOW : Progress.AHEAD);
    }
}
