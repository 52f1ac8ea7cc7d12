package uk.slipway.headlines;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.peerchallenge.ForumFixtures;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.sharing.ReceiptId;

/** Headlines for tests, made through the real use cases. */
@Component
public class HeadlineFixtures {

    private final AccountsFixtures people;
    private final ForumFixtures forums;
    private final DraftHeadlines drafts;
    private final AnswerHeadline answer;
    private final ShareHeadlines share;
    private final Headlines headlines;

    HeadlineFixtures(
            AccountsFixtures people,
            ForumFixtures forums,
            DraftHeadlines drafts,
            AnswerHeadline answer,
            ShareHeadlines share,
            Headlines headlines) {
        this.people = people;
        this.forums = forums;
        this.drafts = drafts;
        this.answer = answer;
        this.share = share;
        this.headlines = headlines;
    }

    /** An authority's held forum. */
    public ForumId forum(String authority) {
        return forums.held(authority);
    }

    public HeadlineId drafted(ForumId forum, HeadlineKind kind, String text) {
        return drafted(forum, kind, text, null);
    }

    /** Made from one of the forum's questions. */
    public HeadlineId drafted(ForumId forum, HeadlineKind kind, String text, @Nullable RecordRef from) {
        var id = new HeadlineId(Uuid7.next());
        drafts.draft(
                people.regionalManager(),
                forum,
                id,
                new HeadlineForm.Typed(kind, "HELP_AND_PROTECTION", text, "Example evidence", Set.of("neglect")),
                from);
        return id;
    }

    /** The drafts of a forum lie with its authority. */
    public void complete(ForumId forum) {
        drafts.complete(people.regionalManager(), forum);
    }

    public void agree(String authority, HeadlineId id) {
        answer.agree(people.director(authority), id, version(id));
    }

    public void dispute(String authority, HeadlineId id, String words) {
        answer.dispute(people.director(authority), id, version(id), Uuid7.next(), words);
    }

    /** A drafted and agreed headline of a forum. */
    public HeadlineId agreed(String authority, ForumId forum, HeadlineKind kind, String text) {
        var id = drafted(forum, kind, text);
        complete(forum);
        agree(authority, id);
        return id;
    }

    /** Shares with Ofsted and answers the receipt. */
    public UUID shared(String authority, ForumId forum, HeadlineId... ids) {
        var receipt = Uuid7.next();
        share.share(
                people.director(authority),
                forum,
                new ReceiptId(receipt),
                List.of(ids).stream().map(id -> id.value().toString()).toList(),
                false);
        return receipt;
    }

    long version(HeadlineId id) {
        return headlines.findById(id).orElseThrow().version();
    }
}
