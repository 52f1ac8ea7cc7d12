package uk.slipway.annualconversation;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.commitments.CommitmentLedger;
import uk.slipway.commitments.CommitmentSource;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.threads.Links;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Either side proposes what follows; when Director and Ofsted colleague both agree, it is a commitment. */
@UseCase
class AgreeNextSteps {

    private final AnnualConversations conversations;
    private final NextSteps steps;
    private final SeenConversations seen;
    private final CommitmentLedger ledger;
    private final Links links;
    private final Clock clock;

    AgreeNextSteps(
            AnnualConversations conversations,
            NextSteps steps,
            SeenConversations seen,
            CommitmentLedger ledger,
            Links links,
            Clock clock) {
        this.conversations = conversations;
        this.steps = steps;
        this.seen = seen;
        this.ledger = ledger;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Proposes one; the same id a second time changes nothing.
     *
     * @param from the item of the agenda that it is made from, or null
     * @throws NotFound when the viewer may not know of the conversation, or its agenda has no such item
     */
    void propose(
            Viewer viewer, ConversationId id, NextStep.Id stepId, NextStep.Content content, @Nullable RecordRef from) {
        var conversation = seen.requireParty(viewer, id);
        var existing = steps.findById(stepId);
        if (existing.isPresent()) {
            if (!existing.get().conversation().equals(id)) {
                throw new NotFound();
            }
            return;
        }
        if (conversation.state() == ConversationState.CLOSED || conversation.state() == ConversationState.CANCELLED) {
            throw new EditConflict();
        }
        if (from != null && conversation.agenda().stream().map(AgendaItem::ref).noneMatch(from::equals)) {
            throw new NotFound();
        }
        var step = steps.save(NextStep.propose(
                stepId,
                id,
                conversation.authority(),
                content,
                SeenConversations.party(viewer, conversation),
                viewer,
                clock.instant()));
        if (from != null) {
            links.choose(from, step.ref(), conversation.authority(), viewer);
        }
    }

    /** Other words; both agreements are asked for anew. */
    void revise(Viewer viewer, ConversationId id, NextStep.Id stepId, long version, NextStep.Content content) {
        var step = find(viewer, id, stepId);
        if (step.content().equals(content)) {
            return;
        }
        requireOpen(step, version);
        step.revise(content, Party.of(viewer, step.authority()).orElseThrow(NotYours::new), viewer, clock.instant());
        steps.save(step);
    }

    /** The Director or the Ofsted colleague agrees to these very words; a second time changes nothing. */
    void agree(Viewer viewer, ConversationId id, NextStep.Id stepId, long version) {
        var step = find(viewer, id, stepId);
        boolean director = viewer.directs(step.authority());
        if (!director && Party.of(viewer, step.authority()).orElseThrow(NotYours::new) != Party.OFSTED) {
            throw new NotYours();
        }
        if (step.state() == NextStep.State.AGREED
                || (director ? step.directorAgreedAt() : step.ofstedAgreedAt()) != null) {
            return;
        }
        requireOpen(step, version);
        boolean both = step.agree(viewer, clock.instant());
        steps.save(step);
        if (both) {
            var content = step.content();
            ledger.make(
                    step.authority(),
                    conversations.findById(id).orElseThrow(NotFound::new).cycle(),
                    CommitmentSource.NEXT_STEP,
                    step.ref(),
                    content.text(),
                    null,
                    content.owner(),
                    content.due());
        }
    }

    void drop(Viewer viewer, ConversationId id, NextStep.Id stepId, long version, String because) {
        var step = find(viewer, id, stepId);
        if (step.state() == NextStep.State.DROPPED) {
            return;
        }
        requireOpen(step, version);
        step.drop(because, clock.instant());
        steps.save(step);
    }

    private NextStep find(Viewer viewer, ConversationId id, NextStep.Id stepId) {
        seen.requireParty(viewer, id);
        return steps.findById(stepId)
                .filter(step -> step.conversation().equals(id))
                .orElseThrow(NotFound::new);
    }

    private static void requireOpen(NextStep step, long version) {
        if (step.version() != version || step.state() != NextStep.State.PROPOSED) {
            throw new EditConflict();
        }
    }
}
