package uk.slipway.brokering;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;
import uk.slipway.sharing.Visibility;
import uk.slipway.web.EditConflict;

/**
 * Help that an organisation asks for. It is its own until it is sent to the co-ordinator; the one who could help sees it once
 * help by them has been proposed. Both agree the terms, and afterwards the asker says whether it helped.
 */
@Entity
@Table(name = "support_request")
class SupportRequest extends AbstractAggregateRoot<SupportRequest> {

    static final String KIND = "support-request";

    /** After so many days without the next step a request is stuck; an assumption of ours, no published rule. */
    static final int STUCK_AFTER_DAYS = 14;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SupportRequestId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    private UUID requesterId;
    private String regionCode;
    private @Nullable String school;
    private String title;
    private String need;
    private @Nullable String indicator;
    private LocalDate wantedBy;

    @Enumerated(EnumType.STRING)
    private SupportState state;

    private Instant madeAt;
    private String madeBy;
    private @Nullable Instant askedAt;
    private @Nullable UUID supporterId;
    private @Nullable UUID offerId;
    private @Nullable String agreement;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable LocalDate lookBackOn;
    private @Nullable BigDecimal cost;
    private @Nullable String paidBy;
    private @Nullable Instant proposedAt;
    private @Nullable Instant requesterAgreedAt;
    private @Nullable String requesterAgreedBy;
    private @Nullable Instant supporterAgreedAt;
    private @Nullable String supporterAgreedBy;
    private @Nullable Instant agreedAt;
    private @Nullable String figureThen;

    @Enumerated(EnumType.STRING)
    private @Nullable Helped helped;

    private @Nullable String lookBack;
    private @Nullable String lookedBackBy;
    private @Nullable Instant lookedBackAt;
    private @Nullable String figureNow;
    private @Nullable String closedBecause;
    private @Nullable Instant closedAt;

    /** For JPA. */
    protected SupportRequest() {}

    SupportRequest(SupportRequestId id, Viewer by, RegionCode region, Wanted wanted, Instant at) {
        this.id = id;
        var authority = by.authority();
        this.visibility = authority == null ? Visibility.of(by.organisation()) : Visibility.of(authority);
        this.requesterId = by.organisation().value();
        this.regionCode = region.value();
        this.state = SupportState.DRAFT;
        this.madeAt = at;
        this.madeBy = by.name();
        this.title = wanted.title();
        this.need = wanted.need();
        this.wantedBy = wanted.wantedBy();
        this.school = wanted.school();
        this.indicator = wanted.indicator();
        happened("wrote down what support it needs", at);
    }

    /** What is asked for, by when, for which school if it is one's, and by which indicator it will be judged. */
    record Wanted(
            String title,
            String need,
            LocalDate wantedBy,
            @Nullable String school,
            @Nullable String indicator) {}

    /** Who helps and on which terms. */
    record Terms(
            OrganisationId supporter,
            @Nullable UUID offer,
            String agreement,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate lookBackOn,
            @Nullable BigDecimal cost,
            @Nullable String paidBy) {}

    /** Changes what is asked for, before it is asked. */
    void change(Wanted wanted, Instant at) {
        if (state != SupportState.DRAFT) {
            throw new EditConflict();
        }
        title = wanted.title();
        need = wanted.need();
        wantedBy = wanted.wantedBy();
        school = wanted.school();
        indicator = wanted.indicator();
        happened("changed what it asks for", at);
    }

    /** Sends it to the co-ordinator; again changes nothing. */
    void ask(Instant at) {
        if (state == SupportState.ASKED) {
            return;
        }
        if (state != SupportState.DRAFT) {
            throw new EditConflict();
        }
        state = SupportState.ASKED;
        askedAt = at;
        happened("asked the co-ordinator for it", at);
    }

    /** Proposes who helps and how; a new proposal replaces one that is not agreed, and both are asked again. */
    void propose(Terms terms, Instant at) {
        if (state != SupportState.ASKED && state != SupportState.PROPOSED) {
            throw new EditConflict();
        }
        state = SupportState.PROPOSED;
        supporterId = terms.supporter().value();
        offerId = terms.offer();
        agreement = terms.agreement();
        startsOn = terms.startsOn();
        endsOn = terms.endsOn();
        lookBackOn = terms.lookBackOn();
        cost = terms.cost();
        paidBy = terms.paidBy();
        proposedAt = at;
        requesterAgreedAt = null;
        requesterAgreedBy = null;
        supporterAgreedAt = null;
        supporterAgreedBy = null;
        happened("proposed who helps, and the terms", at);
    }

    /**
     * One side agrees the terms; when both have, the agreement stands.
     *
     * @param asker which side
     * @param read when the terms that it read were proposed
     * @param figureNow the asker's figure of the chosen indicator, kept so that the look-back can be compared with it
     * @throws EditConflict when other terms have been proposed since
     */
    void agree(boolean asker, @Nullable Instant read, String by, @Nullable String figureNow, Instant at) {
        if (state != SupportState.PROPOSED) {
            if (state == SupportState.AGREED) {
                return;
            }
            throw new EditConflict();
        }
        if (asker ? requesterAgreedAt != null : supporterAgreedAt != null) {
            return;
        }
        if (!Objects.equals(read, proposedAt)) {
            throw new EditConflict();
        }
        if (asker) {
            requesterAgreedAt = at;
            requesterAgreedBy = by;
        } else {
            supporterAgreedAt = at;
            supporterAgreedBy = by;
        }
        happened(asker ? "agreed the terms for the one who asked" : "agreed the terms for the one who helps", at);
        if (requesterAgreedAt != null && supporterAgreedAt != null) {
            state = SupportState.AGREED;
            agreedAt = at;
            figureThen = figureNow;
        }
    }

    /** Looks back; once it is done it stays. */
    void lookBack(Helped answer, String words, @Nullable String figure, String by, Instant at) {
        if (state == SupportState.LOOKED_BACK && answer == helped && words.equals(lookBack)) {
            return;
        }
        if (state != SupportState.AGREED) {
            throw new EditConflict();
        }
        state = SupportState.LOOKED_BACK;
        helped = answer;
        lookBack = words;
        figureNow = figure;
        lookedBackBy = by;
        lookedBackAt = at;
        happened("looked back: " + answer.inWords(), at);
    }

    /** Ends it without help, or without more of it. */
    void withdraw(String because, Instant at) {
        if (state == SupportState.WITHDRAWN) {
            return;
        }
        if (state == SupportState.LOOKED_BACK) {
            throw new EditConflict();
        }
        state = SupportState.WITHDRAWN;
        closedBecause = because;
        closedAt = at;
        happened("withdrew it, because: " + because, at);
    }

    private void happened(String what, Instant at) {
        registerEvent(new Happened(id, visibility.authority(), what, at));
    }

    /** What stops it, in words, or null while it moves. */
    @Nullable
    String stuck(LocalDate today) {
        return stuck(state, askedOn(), proposedAt == null ? null : LondonTime.dayOf(proposedAt), lookBackOn, today);
    }

    static @Nullable String stuck(
            SupportState state,
            @Nullable LocalDate asked,
            @Nullable LocalDate proposed,
            @Nullable LocalDate lookBack,
            LocalDate today) {
        if (state == SupportState.ASKED
                && asked != null
                && asked.plusDays(STUCK_AFTER_DAYS).isBefore(today)) {
            return "No help has been proposed for more than " + STUCK_AFTER_DAYS + " days";
        }
        if (state == SupportState.PROPOSED
                && proposed != null
                && proposed.plusDays(STUCK_AFTER_DAYS).isBefore(today)) {
            return "Not agreed for more than " + STUCK_AFTER_DAYS + " days";
        }
        if (state == SupportState.AGREED && lookBack != null && lookBack.isBefore(today)) {
            return "The look-back is late";
        }
        return null;
    }

    private @Nullable LocalDate askedOn() {
        return askedAt == null ? null : LondonTime.dayOf(askedAt);
    }

    SupportRequestId id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    Visibility visibility() {
        return visibility;
    }

    OrganisationId requester() {
        return new OrganisationId(requesterId);
    }

    RegionCode region() {
        return new RegionCode(regionCode);
    }

    Wanted wanted() {
        return new Wanted(title, need, wantedBy, school, indicator);
    }

    SupportState state() {
        return state;
    }

    Instant madeAt() {
        return madeAt;
    }

    String madeBy() {
        return madeBy;
    }

    @Nullable
    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    OrganisationId supporter() {
        return supporterId == null ? null : new OrganisationId(supporterId);
    }

    @Nullable
    Terms terms() {
        return supporterId == null || agreement == null || startsOn == null || endsOn == null || lookBackOn == null
                ? null
                : new Terms(
                        new OrganisationId(supporterId),
                        offerId,
                        agreement,
                        startsOn,
                        endsOn,
                        lookBackOn,
                        cost,
                        paidBy);
    }

    @Nullable
    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable
    Instant agreedAt() {
        return agreedAt;
    }

    @Nullable
    String agreedBy(boolean asker) {
        return asker ? requesterAgreedBy : supporterAgreedBy;
    }

    @Nullable
    Instant agreedAt(boolean asker) {
        return asker ? requesterAgreedAt : supporterAgreedAt;
    }

    @Nullable
    String figureThen() {
        return figureThen;
    }

    @Nullable
    String figureNow() {
        return figureNow;
    }

    @Nullable
    Helped helped() {
        return helped;
    }

    @Nullable
    String lookBack() {
        return lookBack;
    }

    @Nullable
    String lookedBackBy() {
        return lookedBackBy;
    }

    @Nullable
    Instant lookedBackAt() {
        return lookedBackAt;
    }

    @Nullable
    String closedBecause() {
        return closedBecause;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    /** Something was done with a request. */
    record Happened(SupportRequestId request, @Nullable LocalAuthorityId authority, String inWords, Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef(KIND, request.value());
        }
    }
}
