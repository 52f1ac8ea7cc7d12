package uk.slipway.peerchallenge;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthorityId;

/** What was noted at a forum. Seen by whoever sees the forum. */
@Entity
class ForumNotes {

    static final int LONGEST = 50_000;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "forum_id"))
    private ForumId forum;

    @Version
    private @Nullable Long version;

    @Embedded
    private LocalAuthorityId authority;

    private String text;
    private String writtenBy;
    private Instant writtenAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ForumNotes() {}

    ForumNotes(Forum forum, String text, String by, Instant at) {
        this.forum = forum.id();
        this.authority = forum.authority();
        this.text = text;
        this.writtenBy = by;
        this.writtenAt = at;
    }

    long version() {
        return version == null ? 0 : version;
    }

    String text() {
        return text;
    }

    String writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    void rewrite(String words, String by, Instant at) {
        text = words;
        writtenBy = by;
        writtenAt = at;
    }
}
