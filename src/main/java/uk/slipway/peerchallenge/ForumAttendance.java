package uk.slipway.peerchallenge;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.region.LocalAuthorityId;

/** Who was at a forum: people of the panel by account, others by name. */
@Entity
class ForumAttendance {

    static final int LONGEST = 5_000;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "forum_id"))
    private ForumId forum;

    @Version
    private @Nullable Long version;

    @Embedded
    private LocalAuthorityId authority;

    private String others;
    private String recordedBy;
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "forum_attendee", joinColumns = @JoinColumn(name = "forum_id"))
    private Set<AccountId> attendees = new HashSet<>();

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ForumAttendance() {}

    ForumAttendance(Forum forum, Set<AccountId> attendees, String others, String by, Instant at) {
        this.forum = forum.id();
        this.authority = forum.authority();
        this.attendees = new HashSet<>(attendees);
        this.others = others;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    long version() {
        return version == null ? 0 : version;
    }

    String others() {
        return others;
    }

    Set<AccountId> attendees() {
        return Set.copyOf(attendees);
    }

    void record(Set<AccountId> present, String alsoThere, String by, Instant at) {
        attendees.clear();
        attendees.addAll(present);
        others = alsoThere;
        recordedBy = by;
        recordedAt = at;
    }
}
