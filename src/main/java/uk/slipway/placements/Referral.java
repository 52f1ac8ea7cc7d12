package uk.slipway.placements;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * What a placing authority asks other authorities' fostering services for. It holds no name, date of birth, address or
 * number of a child.
 *
 * @param placing the authority that is responsible for the child
 * @param protocolNumber the version of the protocol it was circulated under, or null before
 * @param search what came of asking the authority's own fostering service, or null before
 * @param weights how much each criterion counts, 0 to 5; fixed once it is circulated
 * @param closingReason why it closed, in words, or null
 */
record Referral(
        ReferralId id,
        long version,
        LocalAuthorityId placing,
        @Nullable Integer protocolNumber,
        String reference,
        ReferralState state,
        Needs needs,
        AccountId socialWorker,
        @Nullable AccountId reviewingOfficer,
        @Nullable BigDecimal weeklyBudget,
        @Nullable Search search,
        Map<Criterion, Integer> weights,
        Instant begunAt,
        @Nullable Instant circulatedAt,
        @Nullable Instant closedAt,
        @Nullable String closingReason,
        @Nullable BigDecimal agencyRate) {

    Referral written(Needs other, AccountId worker, @Nullable AccountId reviewing, @Nullable BigDecimal budget) {
        return new Referral(
                id,
                version,
                placing,
                protocolNumber,
                reference,
                state,
                other,
                worker,
                reviewing,
                budget,
                search,
                weights,
                begunAt,
                circulatedAt,
                closedAt,
                closingReason,
                agencyRate);
    }

    Referral searched(Search other) {
        return as(ReferralState.SEARCHED, protocolNumber, other, circulatedAt, closedAt, closingReason, agencyRate);
    }

    Referral sent(int protocol, Instant at) {
        return as(ReferralState.CIRCULATED, protocol, search, at, closedAt, closingReason, agencyRate);
    }

    Referral moved(ReferralState other) {
        return as(other, protocolNumber, search, circulatedAt, closedAt, closingReason, agencyRate);
    }

    Referral closed(ReferralState as, String because, @Nullable BigDecimal rate, Instant at) {
        return as(as, protocolNumber, search, circulatedAt, at, because, rate);
    }

    /** What it says stays; how far it has come changes. */
    private Referral as(
            ReferralState then,
            @Nullable Integer protocol,
            @Nullable Search searched,
            @Nullable Instant circulated,
            @Nullable Instant closed,
            @Nullable String because,
            @Nullable BigDecimal rate) {
        return new Referral(
                id,
                version,
                placing,
                protocol,
                reference,
                then,
                needs,
                socialWorker,
                reviewingOfficer,
                weeklyBudget,
                searched,
                weights,
                begunAt,
                circulated,
                closed,
                because,
                rate);
    }

    /** The trail's words for a look at a referral. */
    static final String LOOKED = "looked at the referral";

    /** What came of the search among the authority's own homes. */
    record Search(LocalDate on, Outcome outcome, String words) {
        enum Outcome {
            NONE_SUITABLE("No home suits"),
            NONE_FREE("No home is free"),
            FOUND("A home of our own is found");

            private final String words;

            Outcome(String words) {
                this.words = words;
            }

            String inWords() {
                return words;
            }
        }
    }

    /** One heading's text, and which saving of it this is. */
    record Text(String text, long version) {}

    static RecordRef refOf(ReferralId id) {
        return new RecordRef("referral", id.value());
    }

    Happened happened(String what, Instant at) {
        return new Happened(id, placing, what, at);
    }

    /** Something happened to a referral. */
    record Happened(ReferralId referral, LocalAuthorityId authority, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return refOf(referral);
        }
    }
}
