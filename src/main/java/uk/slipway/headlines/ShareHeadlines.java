package uk.slipway.headlines;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.Organisations;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Receipt;
import uk.slipway.sharing.ReceiptId;
import uk.slipway.sharing.Receipts;
import uk.slipway.sharing.ShareId;
import uk.slipway.sharing.Shares;
import uk.slipway.sharing.Showing;
import uk.slipway.sharing.ShownItem;
import uk.slipway.sharing.Snapshot;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Option;
import uk.slipway.web.Words;

/**
 * The Director decides which agreed headlines Ofsted's team sees: first the preview, then the act and its receipt, and
 * perhaps a withdrawal.
 */
@UseCase
class ShareHeadlines {

    private static final Words WORDS = new Words();

    private final Headlines headlines;
    private final ForumSummaries forums;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final Organisations organisations;
    private final Shares shares;
    private final Receipts receipts;

    ShareHeadlines(
            Headlines headlines,
            ForumSummaries forums,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            Organisations organisations,
            Shares shares,
            Receipts receipts) {
        this.headlines = headlines;
        this.forums = forums;
        this.calendar = calendar;
        this.authorities = authorities;
        this.organisations = organisations;
        this.shares = shares;
        this.receipts = receipts;
    }

    record ChoosePage(
            String title,
            String authority,
            UUID forumId,
            List<Option> choices,
            List<String> standing,
            int notAgreed,
            List<UUID> receipts) {}

    /** Which of the forum's agreed headlines can be shared, and which stand shared already. */
    ChoosePage choose(Viewer viewer, ForumId id) {
        var forum = forums.find(viewer, id).orElseThrow(NotFound::new);
        if (!viewer.directs(forum.authority())) {
            throw new NotYours();
        }
        var authority = authorities.get(forum.authority());
        var year = calendar.find(forum.cycle()).orElseThrow(NotFound::new).year();
        var all = headlines.findByForumOrderByDraftedAt(id);
        var agreed = all.stream()
                .filter(headline -> headline.state() == HeadlineState.AGREED)
                .toList();
        var standing = agreed.stream().filter(this::standsWithOfsted).toList();
        return new ChoosePage(
                "Share headlines with Ofsted: " + authority.name() + ", " + year.label(),
                authority.name(),
                id.value(),
                agreed.stream()
                        .filter(headline -> !standing.contains(headline))
                        .map(headline -> new Option(
                                headline.id().value().toString(), headline.text(), heading(headline.content())))
                        .toList(),
                standing.stream().map(Headline::text).toList(),
                (int) all.stream()
                        .filter(headline -> !headline.state().isSettled())
                        .count(),
                receipts.about(id.asRecord(), viewer).stream()
                        .map(receipt -> receipt.id().value())
                        .toList());
    }

    record PreviewPage(
            String title,
            String authority,
            String year,
            UUID forumId,
            UUID receiptId,
            List<Snapshot> snapshots,
            List<String> ids,
            boolean evidence,
            String words) {}

    /**
     * Exactly what Ofsted will see.
     *
     * @throws NotFound when one of them is not an agreed headline of this forum
     */
    PreviewPage preview(Viewer viewer, ForumId id, List<String> chosen, boolean evidence) {
        var showing = showing(viewer, id, chosen, evidence);
        var forum = forums.find(viewer, id).orElseThrow(NotFound::new);
        var authority = authorities.get(forum.authority());
        return new PreviewPage(
                "What Ofsted will see: " + showing.title(),
                authority.name(),
                calendar.find(forum.cycle()).orElseThrow(NotFound::new).year().label(),
                id.value(),
                Uuid7.next(),
                showing.snapshots(),
                showing.snapshots().stream()
                        .map(snapshot -> snapshot.record().id().toString())
                        .toList(),
                evidence,
                showing.words());
    }

    /** Shares what the preview showed; the same receipt a second time changes nothing. */
    void share(Viewer viewer, ForumId id, ReceiptId receipt, List<String> chosen, boolean evidence) {
        receipts.issue(receipt, showing(viewer, id, chosen, evidence), viewer);
    }

    record ReceiptPage(
            String title,
            UUID id,
            String authority,
            String audience,
            String words,
            String madeAt,
            String madeBy,
            List<Item> items,
            List<String> whoCanOpen,
            boolean stands,
            boolean mayWithdraw,
            String about,
            String aboutInWords,
            List<Option> choices) {

        record Item(
                Snapshot snapshot,
                boolean stands,
                List<String> openings,
                @Nullable String withdrawn,
                @Nullable String withdrawnBecause) {}
    }

    /** The receipt, for those who work on the authority's records. */
    ReceiptPage receipt(Viewer viewer, ReceiptId id) {
        return page(viewer, receipts.find(id, viewer).orElseThrow(NotFound::new));
    }

    /**
     * The Director withdraws items of a receipt.
     *
     * @return the names of those who had opened one of them
     */
    List<String> withdraw(Viewer viewer, ReceiptId id, Collection<String> chosen, String because) {
        var receipt = receipts.find(id, viewer).orElseThrow(NotFound::new);
        if (!viewer.directs(receipt.authority())) {
            throw new NotYours();
        }
        var ids = chosen.stream().map(ShareHeadlines::uuid).map(ShareId::new).collect(Collectors.toSet());
        Set<ShareId> known = receipt.items().stream().map(ShownItem::share).collect(Collectors.toSet());
        if (!known.containsAll(ids)) {
            throw new NotFound();
        }
        return receipts.withdraw(receipt, ids, because, viewer);
    }

    private ReceiptPage page(Viewer viewer, Receipt receipt) {
        boolean aboutAConversation = receipt.about().kind().equals("conversation");
        return new ReceiptPage(
                "Receipt: " + receipt.title(),
                receipt.id().value(),
                authorities.get(receipt.authority()).name(),
                receipt.audience().inWords(),
                receipt.words(),
                WORDS.moment(receipt.madeAt()),
                receipt.madeBy() + ", " + receipt.madeByActing(),
                receipt.items().stream().map(ShareHeadlines::item).toList(),
                receipt.whoCanOpen(),
                receipt.stands(),
                viewer.directs(receipt.authority()) && receipt.stands(),
                aboutAConversation
                        ? "/conversations/" + receipt.about().id()
                        : "/forums/" + receipt.about().id() + "/headlines",
                aboutAConversation ? "The conversation" : "The forum’s headlines",
                receipt.items().stream()
                        .filter(ShownItem::stands)
                        .map(item -> new Option(
                                item.share().value().toString(),
                                item.snapshot().body(),
                                item.openings().isEmpty() ? "Nobody has opened it yet" : "It has been opened"))
                        .toList());
    }

    private static ReceiptPage.Item item(ShownItem item) {
        var endedAt = item.endedAt();
        return new ReceiptPage.Item(
                item.snapshot(),
                item.stands(),
                item.openings().stream()
                        .map(opening -> opening.first().equals(opening.last())
                                ? opening.who() + ", on " + WORDS.moment(opening.first())
                                : opening.who() + ", first on " + WORDS.moment(opening.first()) + ", last on "
                                        + WORDS.moment(opening.last()))
                        .toList(),
                endedAt == null
                        ? null
                        : "Withdrawn by " + item.endedBy() + " on " + WORDS.moment(endedAt) + ". "
                                + (item.openedBeforeItEnded() ? "It had been opened before." : "Nobody had opened it."),
                item.endedBecause());
    }

    private Showing showing(Viewer viewer, ForumId id, List<String> chosen, boolean evidence) {
        var forum = forums.find(viewer, id).orElseThrow(NotFound::new);
        if (!viewer.directs(forum.authority())) {
            throw new NotYours();
        }
        var authority = authorities.get(forum.authority());
        var year = calendar.find(forum.cycle()).orElseThrow(NotFound::new).year();
        var ids = chosen.stream().map(ShareHeadlines::uuid).collect(Collectors.toSet());
        var snapshots = headlines.findByForumOrderByDraftedAt(id).stream()
                .filter(headline -> headline.state() == HeadlineState.AGREED)
                .filter(headline -> ids.contains(headline.id().value()))
                .map(headline -> snapshot(headline, evidence))
                .toList();
        if (ids.isEmpty() || snapshots.size() != ids.size()) {
            throw new NotFound();
        }
        return new Showing(
                forum.authority(),
                id.asRecord(),
                "agreed headlines of " + authority.name() + ", " + year.label(),
                Audience.OFSTED,
                organisations.ofsted().id().value(),
                "Ofsted’s team for " + authority.name() + " will see "
                        + WORDS.count(snapshots.size(), "headline", "headlines")
                        + " exactly as above. Nothing else of " + authority.name()
                        + " becomes visible to them: no draft, no other wording, no comment, no note of the forum.",
                snapshots);
    }

    static Snapshot snapshot(Headline headline, boolean evidence) {
        var content = headline.content();
        return new Snapshot(headline.ref(), heading(content), content.text(), evidence ? content.evidence() : null);
    }

    private static String heading(HeadlineContent content) {
        return content.areaName() == null
                ? content.kind().inWords()
                : content.kind().inWords() + ": " + content.areaName();
    }

    private boolean standsWithOfsted(Headline headline) {
        return shares.of(headline.ref()).stream()
                .anyMatch(share -> share.audience() == Audience.OFSTED && share.endedAt() == null);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
