package uk.slipway.annualconversation;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.peerchallenge.CloseForum;
import uk.slipway.peerchallenge.ForumState;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.peerchallenge.MarkConversationHeld;
import uk.slipway.selfevaluation.CloseSelfEvaluation;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;

/** Records that the conversation was held, and closes it when everything that follows from it is settled. */
@UseCase
class HoldConversation {

    private final AnnualConversations conversations;
    private final NextSteps steps;
    private final SeenConversations seen;
    private final ForumSummaries forums;
    private final MarkConversationHeld markHeld;
    private final CloseForum closeForum;
    private final CloseSelfEvaluation closeSelfEvaluation;
    private final Clock clock;

    HoldConversation(
            AnnualConversations conversations,
            NextSteps steps,
            SeenConversations seen,
            ForumSummaries forums,
            MarkConversationHeld markHeld,
            CloseForum closeForum,
            CloseSelfEvaluation closeSelfEvaluation,
            Clock clock) {
        this.conversations = conversations;
        this.steps = steps;
        this.seen = seen;
        this.forums = forums;
        this.markHeld = markHeld;
        this.closeForum = closeForum;
        this.closeSelfEvaluation = closeSelfEvaluation;
        this.clock = clock;
    }

    /**
     * It took place; a second time changes nothing.
     *
     * @throws StillAhead when the day has not come
     */
    void hold(Viewer viewer, ConversationId id, LocalDate on, @Nullable String whoWasThere) {
        var conversation = seen.requireParty(viewer, id);
        if (conversation.state() == ConversationState.HELD || conversation.state() == ConversationState.CLOSED) {
            return;
        }
        if (!conversation.state().isAhead()) {
            throw new EditConflict();
        }
        if (on.isAfter(LondonTime.today(clock))) {
            throw new StillAhead();
        }
        conversation.hold(on, whoWasThere, clock.instant());
        conversations.save(conversation);
        forums.of(viewer, conversation.authority(), conversation.cycle())
                .filter(forum -> forum.state().hasReached(ForumState.HELD))
                .ifPresent(forum -> markHeld.mark(forum.id(), viewer));
    }

    /**
     * The Director or the Ofsted colleague closes it; with the year's last conversation the forum and the self-evaluation
     * close too. A second time changes nothing.
     *
     * @throws StepsAreOpen while a next step is neither agreed nor dropped
     */
    void close(Viewer viewer, ConversationId id) {
        var conversation = seen.requireParty(viewer, id);
        if (conversation.state() == ConversationState.CLOSED) {
            return;
        }
        if (SeenConversations.party(viewer, conversation) == Party.AUTHORITY
                && !viewer.directs(conversation.authority())) {
            throw new NotYours();
        }
        if (conversation.state() != ConversationState.HELD) {
            throw new EditConflict();
        }
        if (steps.findByConversationOrderByProposedAt(id).stream()
                .anyMatch(step -> step.state() == NextStep.State.PROPOSED)) {
            throw new StepsAreOpen();
        }
        conversation.close(clock.instant());
        conversations.save(conversation);
        boolean last = conversations.findByCycle(conversation.cycle()).stream()
                .filter(other -> other.authority().equals(conversation.authority()))
                .allMatch(other ->
                        other.state() == ConversationState.CLOSED || other.state() == ConversationState.CANCELLED);
        if (last) {
            forums.of(viewer, conversation.authority(), conversation.cycle())
                    .filter(forum -> forum.state().hasReached(ForumState.HELD))
                    .ifPresent(forum -> {
                        markHeld.mark(forum.id(), viewer);
                        closeForum.close(forum.id(), viewer);
                    });
            closeSelfEvaluation.close(conversation.authority(), conversation.cycle(), viewer);
        }
    }

    /** The day of the conversation has not come. */
    static class StillAhead extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A next step is neither agreed nor dropped. */
    static class StepsAreOpen extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
