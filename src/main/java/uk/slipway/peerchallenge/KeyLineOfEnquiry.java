package uk.slipway.peerchallenge;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Visibility;

/**
 * What Ofsted's link for an authority asks the data group to look at before the forum. Seen by Ofsted's team for that
 * authority, the regional team and the data group; the authority sees the question that is made of it.
 */
@Entity
class KeyLineOfEnquiry extends AbstractAggregateRoot<KeyLineOfEnquiry> {

    static final int LONGEST = 2_000;

    @EmbeddedId
    private KeyLineId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "about_authority_id"))
    private LocalAuthorityId about;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "cycle_id"))
    private CycleId cycle;

    private @Nullable String areaCode;
    private String text;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sent_by"))
    private AccountId sentBy;

    private String sentByName;
    private Instant sentAt;
    private @Nullable UUID questionId;
    private @Nullable String setAsideBecause;
    private @Nullable String answeredByName;
    private @Nullable Instant answeredAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected KeyLineOfEnquiry() {}

    private KeyLineOfEnquiry(
            KeyLineId id,
            LocalAuthorityId about,
            CycleId cycle,
            @Nullable String areaCode,
            String text,
            Viewer by,
            Instant at) {
        this.id = id;
        this.visibility = Visibility.of(by.organisation());
        this.about = about;
        this.cycle = cycle;
        this.areaCode = areaCode;
        this.text = text;
        this.sentBy = by.account();
        this.sentByName = by.name();
        this.sentAt = at;
    }

    static KeyLineOfEnquiry send(
            KeyLineId id,
            LocalAuthorityId about,
            CycleId cycle,
            @Nullable String areaCode,
            String text,
            Viewer by,
            Instant at) {
        var line = new KeyLineOfEnquiry(id, about, cycle, areaCode, text, by, at);
        line.registerEvent(new Happened(id, "sent a key line of enquiry to the data group", at));
        return line;
    }

    KeyLineId id() {
        return id;
    }

    LocalAuthorityId about() {
        return about;
    }

    CycleId cycle() {
        return cycle;
    }

    @Nullable
    String areaCode() {
        return areaCode;
    }

    boolean isAnswered() {
        return questionId != null || setAsideBecause != null;
    }

    void turnInto(QuestionId question, String by, Instant at) {
        if (questionId != null) {
            return;
        }
        if (setAsideBecause != null) {
            throw new OutOfStep("The key line of enquiry was set aside.");
        }
        questionId = question.value();
        answer(by, at, "turned the key line of enquiry into a question");
    }

    void putAside(String because, String by, Instant at) {
        if (setAsideBecause != null) {
            return;
        }
        if (questionId != null) {
            throw new OutOfStep("The key line of enquiry has become a question.");
        }
        setAsideBecause = because;
        answer(by, at, "set the key line of enquiry aside: " + because);
    }

    private void answer(String by, Instant at, String what) {
        answeredByName = by;
        answeredAt = at;
        registerEvent(new Happened(id, what, at));
    }

    /** Something that happened to it. */
    record Happened(KeyLineId line, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return line.asRecord();
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }
    }
}
