package uk.slipway.headlines;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Visibility;

/**
 * A strength or an area for development that a forum found. The region words it; the authority agrees, or disputes it
 * with words of its own; the region accepts those or proposes again. Every wording stays. It is agreed when both accept
 * the same words, and only then can it be shared.
 */
@Entity
@Table(name = "headline")
class Headline extends AbstractAggregateRoot<Headline> {

    @EmbeddedId
    private HeadlineId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "cycle_id"))
    private CycleId cycle;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "forum_id"))
    private ForumId forum;

    @Column(name = "year_starts_in")
    private short yearStartsIn;

    @Enumerated(EnumType.STRING)
    private HeadlineKind kind;

    @Column(name = "area_code")
    private @Nullable String areaCode;

    @Column(name = "area_name")
    private @Nullable String areaName;

    private String text;
    private @Nullable String evidence;

    @ElementCollection
    @CollectionTable(name = "headline_tag", joinColumns = @JoinColumn(name = "headline_id"))
    @Column(name = "tag")
    private Set<String> tags = new LinkedHashSet<>();

    @Enumerated(EnumType.STRING)
    private HeadlineState state;

    @Column(name = "dropped_because")
    private @Nullable String droppedBecause;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @ElementCollection
    @CollectionTable(name = "headline_wording", joinColumns = @JoinColumn(name = "headline_id"))
    @OrderColumn(name = "number")
    private List<Statement> wordings = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "headline_comment", joinColumns = @JoinColumn(name = "headline_id"))
    @OrderColumn(name = "number")
    private List<Statement> comments = new ArrayList<>();

    protected Headline() {}

    /** Written at the forum; seen at once by the authority, the panel and the regional team. */
    static Headline draft(
            HeadlineId id,
            LocalAuthorityId authority,
            CycleId cycle,
            ForumId forum,
            AcademicYear year,
            HeadlineContent content,
            Viewer by,
            Instant at) {
        var headline = new Headline();
        headline.id = id;
        headline.visibility = Visibility.of(authority);
        headline.cycle = cycle;
        headline.forum = forum;
        headline.yearStartsIn = (short) year.startsIn();
        headline.state = HeadlineState.DRAFT;
        headline.draftedAt = at;
        headline.take(content);
        headline.wordings.add(Statement.of(id.value(), Side.REGION, content.text(), at, by));
        headline.registerEvent(new Drafted(id, authority, at));
        return headline;
    }

    /**
     * The region changes its draft, or answers the authority's words with a new proposal; either way it waits for the
     * authority again.
     *
     * @throws IllegalStateException when it is settled
     */
    void propose(UUID act, HeadlineContent content, Viewer by, Instant at) {
        if (said(wordings, act)) {
            return;
        }
        requireOpen();
        boolean newWords = !content.text().equals(text) || state == HeadlineState.DISPUTED;
        if (!newWords && state == HeadlineState.DRAFT && content.equals(content())) {
            return;
        }
        take(content);
        if (newWords) {
            wordings.add(Statement.of(act, Side.REGION, content.text(), at, by));
        }
        state = HeadlineState.DRAFT;
        registerEvent(new Proposed(id, authority(), newWords, at));
    }

    /** Says something about it without changing a word of it. */
    void comment(UUID act, Side side, String comment, Viewer by, Instant at) {
        if (said(comments, act)) {
            return;
        }
        comments.add(Statement.of(act, side, comment, at, by));
        registerEvent(new CommentedOn(id, authority(), at));
    }

    /**
     * The authority accepts the region's words.
     *
     * @throws IllegalStateException when the words on the table are not the region's
     */
    void agree(Instant at) {
        if (state == HeadlineState.AGREED) {
            return;
        }
        requireState(HeadlineState.DRAFT);
        settle(HeadlineState.AGREED, at);
        registerEvent(new Agreed(id, authority(), Side.REGION, at));
    }

    /**
     * The authority does not accept the region's words and says which it would.
     *
     * @throws IllegalStateException when the words on the table are not the region's
     */
    void dispute(UUID act, String ownWords, Viewer by, Instant at) {
        if (said(wordings, act)) {
            return;
        }
        requireState(HeadlineState.DRAFT);
        wordings.add(Statement.of(act, Side.AUTHORITY, ownWords, at, by));
        text = ownWords;
        state = HeadlineState.DISPUTED;
        registerEvent(new Disputed(id, authority(), at));
    }

    /**
     * The region accepts the authority's words.
     *
     * @throws IllegalStateException when the words on the table are not the authority's
     */
    void acceptAuthoritysWords(Instant at) {
        if (state == HeadlineState.AGREED) {
            return;
        }
        requireState(HeadlineState.DISPUTED);
        settle(HeadlineState.AGREED, at);
        registerEvent(new Agreed(id, authority(), Side.AUTHORITY, at));
    }

    /** The region does not pursue it; the words of both sides stay. */
    void drop(String because, Instant at) {
        if (state == HeadlineState.DROPPED) {
            return;
        }
        requireOpen();
        droppedBecause = because;
        settle(HeadlineState.DROPPED, at);
        registerEvent(new Dropped(id, authority(), because, at));
    }

    private void take(HeadlineContent content) {
        kind = content.kind();
        areaCode = content.areaCode();
        areaName = content.areaName();
        text = content.text();
        evidence = content.evidence();
        if (!tags.equals(content.tags())) {
            tags.clear();
            tags.addAll(content.tags());
        }
    }

    private void settle(HeadlineState settled, Instant at) {
        state = settled;
        settledAt = at;
    }

    private void requireOpen() {
        if (state.isSettled()) {
            throw new IllegalStateException("A settled headline does not change: " + id.value());
        }
    }

    private void requireState(HeadlineState required) {
        if (state != required) {
            throw new IllegalStateException("The headline is " + state + ", not " + required);
        }
    }

    private static boolean said(List<Statement> statements, UUID act) {
        return statements.stream().anyMatch(statement -> statement.actId().equals(act));
    }

    HeadlineId id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    LocalAuthorityId authority() {
        return Objects.requireNonNull(visibility.authority());
    }

    CycleId cycle() {
        return cycle;
    }

    ForumId forum() {
        return forum;
    }

    AcademicYear year() {
        return new AcademicYear(yearStartsIn);
    }

    HeadlineKind kind() {
        return kind;
    }

    HeadlineState state() {
        return state;
    }

    HeadlineContent content() {
        return new HeadlineContent(kind, areaCode, areaName, text, evidence, tags);
    }

    String text() {
        return text;
    }

    @Nullable
    String droppedBecause() {
        return droppedBecause;
    }

    List<Statement> wordings() {
        return List.copyOf(wordings);
    }

    List<Statement> comments() {
        return List.copyOf(comments);
    }

    boolean hasSaid(UUID act) {
        return said(wordings, act) || said(comments, act);
    }

    RecordRef ref() {
        return refOf(id);
    }

    static RecordRef refOf(HeadlineId id) {
        return new RecordRef("headline", id.value());
    }

    /** What happens to a headline stands in its history. */
    interface OfAHeadline extends Recordable {

        HeadlineId headline();

        @Override
        default RecordRef record() {
            return refOf(headline());
        }
    }

    /** A headline was drafted. */
    public record Drafted(HeadlineId headline, LocalAuthorityId authority, Instant at) implements OfAHeadline {
        @Override
        public String inWords() {
            return "drafted the headline";
        }
    }

    /** The region changed its draft or proposed new words. */
    public record Proposed(HeadlineId headline, LocalAuthorityId authority, boolean newWords, Instant at)
            implements OfAHeadline {
        @Override
        public String inWords() {
            return newWords ? "proposed new words for the headline" : "changed what stands beside the headline";
        }
    }

    /** Somebody commented on it. */
    public record CommentedOn(HeadlineId headline, LocalAuthorityId authority, Instant at) implements OfAHeadline {
        @Override
        public String inWords() {
            return "commented on the headline";
        }
    }

    /** Both sides accept the same words: those of the side named. */
    public record Agreed(HeadlineId headline, LocalAuthorityId authority, Side wordsOf, Instant at)
            implements OfAHeadline {
        @Override
        public String inWords() {
            return wordsOf == Side.REGION
                    ? "agreed the headline"
                    : "accepted the authority’s words; the headline is agreed";
        }
    }

    /** The authority proposed other words. */
    public record Disputed(HeadlineId headline, LocalAuthorityId authority, Instant at) implements OfAHeadline {
        @Override
        public String inWords() {
            return "disputed the headline and proposed other words";
        }
    }

    /** The region does not pursue it. */
    public record Dropped(HeadlineId headline, LocalAuthorityId authority, String because, Instant at)
            implements OfAHeadline {
        @Override
        public String inWords() {
            return "decided not to pursue the headline: " + because;
        }
    }
}
