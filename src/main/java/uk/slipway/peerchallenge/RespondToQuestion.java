package uk.slipway.peerchallenge;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;

/** Saves an authority's written response to one question, and sends all of them. */
@UseCase
class RespondToQuestion {

    private final Forums forums;
    private final ChallengeQuestions questions;
    private final ForumGate gate;
    private final Clock clock;

    RespondToQuestion(Forums forums, ChallengeQuestions questions, ForumGate gate, Clock clock) {
        this.forums = forums;
        this.questions = questions;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Saves one response.
     *
     * @throws EditConflict when somebody else saved it since the form was opened
     * @throws OutOfStep when the responses have been sent
     */
    void save(ForumId id, QuestionId questionId, long version, String text, Viewer viewer) {
        var forum = gate.answeredBy(viewer, id);
        var question = questions
                .findById(questionId)
                .filter(one -> one.forum().equals(id) && forum.state().hasReached(ForumState.QUESTIONS_ISSUED))
                .orElseThrow(NotFound::new);
        if (text.equals(question.response())) {
            return;
        }
        if (forum.state() != ForumState.QUESTIONS_ISSUED) {
            throw new OutOfStep("The responses have been sent and stay as they are.");
        }
        if (question.version() != version) {
            throw new EditConflict();
        }
        question.respond(text, viewer.name(), clock.instant());
        questions.save(question);
    }

    /**
     * Sends them all.
     *
     * @throws OutOfStep when a question has no response yet
     */
    void send(ForumId id, Viewer viewer) {
        var forum = gate.answeredBy(viewer, id);
        if (!forum.state().hasReached(ForumState.RESPONSES_IN)) {
            long open = questions.findByForumOrderByPlaceInOrderAscIdAsc(id).stream()
                    .filter(question ->
                            question.response() == null || question.response().isBlank())
                    .count();
            if (open > 0) {
                throw new OutOfStep(
                        open == 1 ? "One question has no response yet." : open + " questions have no response yet.");
            }
        }
        forum.sendResponses(viewer.name(), clock.instant());
        forums.save(forum);
    }
}
