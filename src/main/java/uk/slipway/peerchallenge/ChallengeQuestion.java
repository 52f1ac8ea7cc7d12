package uk.slipway.peerchallenge;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * A question put to an authority before its forum, and the authority's written response. The authority sees it once the
 * questions are issued; the panel and the region see a response once it is sent.
 */
@Entity
class ChallengeQuestion extends AbstractAggregateRoot<ChallengeQuestion> {

    /** How many characters a question and a response may have. */
    static final int LONGEST_QUESTION = 2_000;

    static final int LONGEST_RESPONSE = 20_000;

    @EmbeddedId
    private QuestionId id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "forum_id"))
    private ForumId forum;

    @Embedded
    private LocalAuthorityId authority;

    @Enumerated(EnumType.STRING)
    private QuestionSource source;

    private @Nullable String areaCode;
    private String text;
    private int placeInOrder;
    private String writtenByName;
    private Instant writtenAt;
    private @Nullable String response;
    private @Nullable String respondedBy;
    private @Nullable Instant respondedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ChallengeQuestion() {}

    private ChallengeQuestion(
            QuestionId id,
            Forum forum,
            QuestionSource source,
            @Nullable String areaCode,
            String text,
            int placeInOrder,
            String by,
            Instant at) {
        this.id = id;
        this.forum = forum.id();
        this.authority = forum.authority();
        this.source = source;
        this.areaCode = areaCode;
        this.text = text;
        this.placeInOrder = placeInOrder;
        this.writtenByName = by;
        this.writtenAt = at;
    }

    static ChallengeQuestion write(
            QuestionId id,
            Forum forum,
            QuestionSource source,
            @Nullable String areaCode,
            String text,
            int placeInOrder,
            String by,
            Instant at) {
        var question = new ChallengeQuestion(id, forum, source, areaCode, text, placeInOrder, by, at);
        question.registerEvent(new Written(forum.id(), forum.authority(), source, at));
        return question;
    }

    QuestionId id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    ForumId forum() {
        return forum;
    }

    QuestionSource source() {
        return source;
    }

    @Nullable
    String areaCode() {
        return areaCode;
    }

    String text() {
        return text;
    }

    int placeInOrder() {
        return placeInOrder;
    }

    String writtenByName() {
        return writtenByName;
    }

    @Nullable
    String response() {
        return response;
    }

    @Nullable
    String respondedBy() {
        return respondedBy;
    }

    @Nullable
    Instant respondedAt() {
        return respondedAt;
    }

    void rewrite(QuestionSource from, @Nullable String area, String words) {
        source = from;
        areaCode = area;
        text = words;
    }

    void moveTo(int place) {
        placeInOrder = place;
    }

    void respond(String words, String by, Instant at) {
        response = words;
        respondedBy = by;
        respondedAt = at;
    }

    /** A question was written for a forum. */
    record Written(ForumId forum, LocalAuthorityId authority, QuestionSource source, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return forum.asRecord();
        }

        @Override
        public String inWords() {
            return "wrote a challenge question (" + source.inWords() + ")";
        }
    }
}
