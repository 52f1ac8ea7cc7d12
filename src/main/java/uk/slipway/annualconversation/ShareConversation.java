package uk.slipway.annualconversation;

import java.util.List;
import java.util.UUID;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.Organisations;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.ReceiptId;
import uk.slipway.sharing.Receipts;
import uk.slipway.sharing.Showing;
import uk.slipway.sharing.Snapshot;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** The Director shows the regional team the agreed next steps; without that it sees the date and "held". */
@UseCase
class ShareConversation {

    private static final Words WORDS = new Words();

    private final NextSteps steps;
    private final SeenConversations seen;
    private final LocalAuthorities authorities;
    private final Organisations organisations;
    private final Receipts receipts;

    ShareConversation(
            NextSteps steps,
            SeenConversations seen,
            LocalAuthorities authorities,
            Organisations organisations,
            Receipts receipts) {
        this.steps = steps;
        this.seen = seen;
        this.authorities = authorities;
        this.organisations = organisations;
        this.receipts = receipts;
    }

    record PreviewPage(String title, UUID id, UUID receiptId, List<Snapshot> snapshots, String words) {}

    /** Exactly what the regional team will see. */
    PreviewPage preview(Viewer viewer, ConversationId id) {
        var showing = showing(viewer, id);
        return new PreviewPage(
                "What the regional team will see: " + showing.title(),
                id.value(),
                Uuid7.next(),
                showing.snapshots(),
                showing.words());
    }

    /** Shows it; the same receipt a second time changes nothing. */
    void share(Viewer viewer, ConversationId id, ReceiptId receipt) {
        receipts.issue(receipt, showing(viewer, id), viewer);
    }

    private Showing showing(Viewer viewer, ConversationId id) {
        var conversation = seen.require(viewer, id);
        if (!viewer.directs(conversation.authority())) {
            throw new NotYours();
        }
        var authority = authorities.get(conversation.authority());
        var snapshots = steps.findByConversationOrderByProposedAt(id).stream()
                .filter(step -> step.state() == NextStep.State.AGREED)
                .map(step -> new Snapshot(
                        step.ref(),
                        "Next step: " + step.content().owner()
                                + (step.content().due() == null
                                        ? ""
                                        : ", by "
                                                + WORDS.shortDate(step.content().due())),
                        step.content().text(),
                        null))
                .toList();
        if (snapshots.isEmpty()) {
            throw new NotFound();
        }
        return new Showing(
                conversation.authority(),
                conversation.ref(),
                "next steps of the annual conversation of " + authority.name() + ", "
                        + conversation.year().label(),
                Audience.REGION,
                organisations.regionalTeamOf(authority.region()).id().value(),
                "The regional team and its data group will see "
                        + WORDS.count(snapshots.size(), "next step", "next steps")
                        + " exactly as above, and nothing else of the conversation.",
                snapshots);
    }
}
