package uk.slipway.annualconversation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Visibility;

/**
 * Something that follows from a conversation, with who does it and by when. Either side proposes it; it is agreed when
 * the Director and the Ofsted colleague both have agreed to the same words, and then it is a commitment.
 */
@Entity
@Table(name = "next_step")
class NextStep extends AbstractAggregateRoot<NextStep> {

    static final String KIND = "next-step";

    /** Identifies a next step. */
    @Embeddable
    record Id(@Column(name = "id") UUID value) implements Serializable {}

    enum State {
        PROPOSED,
        AGREED,
        DROPPED
    }

    /**
     * What it says.
     *
     * @param text what is to be done, 1 to 1,000 characters
     * @param owner who does it, 1 to 200 characters
     * @param due by when, or null
     */
    record Content(String text, String owner, @Nullable LocalDate due) {}

    @EmbeddedId
    private Id id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "conversation_id"))
    private ConversationId conversation;

    private String text;
    private String owner;
    private @Nullable LocalDate due;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "proposed_by_side")
    private Party proposedBySide;

    @Column(name = "director_agreed_at")
    private @Nullable Instant directorAgreedAt;

    @Column(name = "director_agreed_by")
    private @Nullable String directorAgreedBy;

    @Column(name = "ofsted_agreed_at")
    private @Nullable Instant ofstedAgreedAt;

    @Column(name = "ofsted_agreed_by")
    private @Nullable String ofstedAgreedBy;

    @Column(name = "dropped_because")
    private @Nullable String droppedBecause;

    protected NextStep() {}

    static NextStep propose(
            Id id,
            ConversationId conversation,
            LocalAuthorityId authority,
            Content content,
            Party side,
            Viewer by,
            Instant at) {
        var step = new NextStep();
        step.id = id;
        step.conversation = conversation;
        step.visibility = Visibility.of(authority);
        step.state = State.PROPOSED;
        step.say(content, side, by, at);
        step.registerEvent(new Happened(conversation, authority, "proposed a next step: " + content.text(), at));
        return step;
    }

    /** Other words take both agreements back; who says them and may agree has agreed to them. */
    void revise(Content content, Party side, Viewer by, Instant at) {
        requireProposed();
        directorAgreedAt = null;
        directorAgreedBy = null;
        ofstedAgreedAt = null;
        ofstedAgreedBy = null;
        say(content, side, by, at);
        registerEvent(new Happened(conversation, authority(), "changed a next step: " + content.text(), at));
    }

    /**
     * The Director or the Ofsted colleague agrees.
     *
     * @return true when by this both have
     */
    boolean agree(Viewer by, Instant at) {
        if (state == State.AGREED) {
            return false;
        }
        requireProposed();
        boolean director = by.directs(authority());
        if (director ? directorAgreedAt != null : ofstedAgreedAt != null) {
            return false;
        }
        agreeQuietly(by, at);
        registerEvent(new Happened(conversation, authority(), "agreed to a next step: " + text, at));
        return settleWhenBothAgree(at);
    }

    void drop(String because, Instant at) {
        if (state == State.DROPPED) {
            return;
        }
        requireProposed();
        state = State.DROPPED;
        droppedBecause = because;
        registerEvent(
                new Happened(conversation, authority(), "dropped a next step: " + text + ". Reason: " + because, at));
    }

    private void say(Content content, Party side, Viewer by, Instant at) {
        text = content.text();
        owner = content.owner();
        due = content.due();
        proposedAt = at;
        proposedBy = by.name();
        proposedBySide = side;
        if (side == Party.OFSTED || by.directs(authority())) {
            agreeQuietly(by, at);
        }
    }

    private void agreeQuietly(Viewer by, Instant at) {
        if (by.directs(authority())) {
            directorAgreedAt = at;
            directorAgreedBy = by.name();
        } else {
            ofstedAgreedAt = at;
            ofstedAgreedBy = by.name();
        }
    }

    private boolean settleWhenBothAgree(Instant at) {
        if (directorAgreedAt == null || ofstedAgreedAt == null) {
            return false;
        }
        state = State.AGREED;
        registerEvent(new Happened(conversation, authority(), "made a next step a commitment: " + text, at));
        return true;
    }

    private void requireProposed() {
        if (state != State.PROPOSED) {
            throw new IllegalStateException("The next step is " + state);
        }
    }

    Id id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    ConversationId conversation() {
        return conversation;
    }

    LocalAuthorityId authority() {
        return Objects.requireNonNull(visibility.authority());
    }

    Content content() {
        return new Content(text, owner, due);
    }

    State state() {
        return state;
    }

    String proposedBy() {
        return proposedBy;
    }

    Party proposedBySide() {
        return proposedBySide;
    }

    @Nullable
    String directorAgreedBy() {
        return directorAgreedBy;
    }

    @Nullable
    Instant directorAgreedAt() {
        return directorAgreedAt;
    }

    @Nullable
    String ofstedAgreedBy() {
        return ofstedAgreedBy;
    }

    @Nullable
    Instant ofstedAgreedAt() {
        return ofstedAgreedAt;
    }

    @Nullable
    String droppedBecause() {
        return droppedBecause;
    }

    RecordRef ref() {
        return new RecordRef(KIND, id.value());
    }

    /** Something happened to a next step; it stands in the conversation's history. */
    public record Happened(ConversationId conversation, LocalAuthorityId authority, String inWords, Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return AnnualConversation.refOf(conversation);
        }
    }
}
