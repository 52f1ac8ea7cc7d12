package uk.slipway.headlines;

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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Visibility;

/** An Ofsted colleague proposes a strength that was shared with them for a seminar; the authority's Director decides. */
@Entity
@Table(name = "seminar_proposal")
class SeminarProposal extends AbstractAggregateRoot<SeminarProposal> {

    /** Identifies a proposal. */
    @Embeddable
    record Id(@Column(name = "id") UUID value) implements Serializable {}

    enum State {
        PROPOSED,
        CONSENTED,
        DECLINED
    }

    @EmbeddedId
    private Id id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "headline_id"))
    private HeadlineId headline;

    private @Nullable String note;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answered_by")
    private @Nullable String answeredBy;

    @Column(name = "declined_because")
    private @Nullable String declinedBecause;

    protected SeminarProposal() {}

    static SeminarProposal propose(
            Id id, LocalAuthorityId authority, HeadlineId headline, @Nullable String note, Viewer by, Instant at) {
        var proposal = new SeminarProposal();
        proposal.id = id;
        proposal.visibility = Visibility.of(authority);
        proposal.headline = headline;
        proposal.note = note;
        proposal.proposedAt = at;
        proposal.proposedBy = by.name();
        proposal.state = State.PROPOSED;
        proposal.registerEvent(new Proposed(headline, authority, at));
        return proposal;
    }

    /** The Director consents; a second time changes nothing. */
    void consent(Viewer by, Instant at) {
        if (answer(State.CONSENTED, by, at)) {
            registerEvent(new Consented(headline, authority(), at));
        }
    }

    /** The Director declines and says why. */
    void decline(String because, Viewer by, Instant at) {
        if (answer(State.DECLINED, by, at)) {
            declinedBecause = because;
            registerEvent(new Declined(headline, authority(), because, at));
        }
    }

    private boolean answer(State answer, Viewer by, Instant at) {
        if (state == answer) {
            return false;
        }
        if (state != State.PROPOSED) {
            throw new IllegalStateException("The proposal has been answered: " + state);
        }
        state = answer;
        answeredAt = at;
        answeredBy = by.name();
        return true;
    }

    private LocalAuthorityId authority() {
        return Objects.requireNonNull(visibility.authority());
    }

    HeadlineId headline() {
        return headline;
    }

    State state() {
        return state;
    }

    @Nullable
    String note() {
        return note;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    String proposedBy() {
        return proposedBy;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    String answeredBy() {
        return answeredBy;
    }

    @Nullable
    String declinedBecause() {
        return declinedBecause;
    }

    /** An Ofsted colleague proposed the strength. */
    public record Proposed(HeadlineId headline, LocalAuthorityId authority, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return Headline.refOf(headline);
        }

        @Override
        public String inWords() {
            return "proposed the strength for a seminar";
        }
    }

    /** The Director consented. */
    public record Consented(HeadlineId headline, LocalAuthorityId authority, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return Headline.refOf(headline);
        }

        @Override
        public String inWords() {
            return "consented to the strength being used in a seminar";
        }
    }

    /** The Director declined. */
    public record Declined(HeadlineId headline, LocalAuthorityId authority, String because, Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return Headline.refOf(headline);
        }

        @Override
        public String inWords() {
            return "declined the strength being used in a seminar: " + because;
        }
    }
}
