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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.sharing.Visibility;

/**
 * What one side notes for itself about a conversation. It belongs to that side alone and can never be shown to the other
 * or to the region: no share of it exists, and nothing about it enters the conversation's history.
 */
@Entity
@Table(name = "conversation_note")
class PrivateNote extends AbstractAggregateRoot<PrivateNote> {

    /** Identifies one side's notes. */
    @Embeddable
    record Id(@Column(name = "id") UUID value) implements Serializable {}

    @EmbeddedId
    private Id id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "conversation_id"))
    private ConversationId conversation;

    @Enumerated(EnumType.STRING)
    private Party side;

    private String text;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "written_by")
    private String writtenBy;

    protected PrivateNote() {}

    static PrivateNote ofTheAuthority(
            Id id, ConversationId conversation, LocalAuthorityId authority, String text, Viewer by, Instant at) {
        return first(id, conversation, Party.AUTHORITY, Visibility.of(authority), text, by, at);
    }

    static PrivateNote ofOfsted(
            Id id, ConversationId conversation, OrganisationId ofsted, String text, Viewer by, Instant at) {
        return first(id, conversation, Party.OFSTED, Visibility.of(ofsted), text, by, at);
    }

    private static PrivateNote first(
            Id id, ConversationId conversation, Party side, Visibility visibility, String text, Viewer by, Instant at) {
        var note = new PrivateNote();
        note.id = id;
        note.conversation = conversation;
        note.side = side;
        note.visibility = visibility;
        note.write(text, by, at);
        return note;
    }

    void write(String newText, Viewer by, Instant at) {
        text = newText;
        writtenAt = at;
        writtenBy = by.name();
    }

    long version() {
        return version == null ? 0 : version;
    }

    String text() {
        return text;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    String writtenBy() {
        return writtenBy;
    }
}
