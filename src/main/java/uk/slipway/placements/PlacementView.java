package uk.slipway.placements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.region.LocalAuthorityId;

/**
 * A placement as its neighbours read it. It names no child.
 *
 * @param reference the referral's reference, such as {@code FP-26-0001}
 * @param carerReference the fostering service's reference of the carer
 * @param placing the authority that is responsible for the child
 * @param fostering the authority whose fostering service approved the carer
 * @param area the authority in whose area the home is
 * @param route planned or emergency
 * @param locality in area, adjoining, or at a distance, as seen from the placing authority on the day of approval
 * @param children how many brothers and sisters it is for
 * @param ageBand the age band of the youngest, in words
 * @param protocolNumber the version of the protocol it was made under
 * @param approvedAt when the match was approved
 * @param areaToldOn when the area authority was notified or consulted, or null where it was not needed or not yet done
 * @param startsOn the day the child is to move in
 * @param startedOn the day the child moved in, or null
 * @param agreedAt when the second authority signed the agreement, or null
 * @param planSignedOn when the placement plan was signed, or null
 * @param planFollowsBecause why it was not reasonably practicable to sign the plan before the placement, or null where that is
 *     not said
 * @param endedOn its last day, or null while it has not ended
 * @param ending how it ended, or null
 * @param endingReason why, in words, or null
 * @param socialWorker the child's social worker, of the placing authority
 * @param supervisingWorker who supervises the carer, of the fostering authority
 * @param reviewingOfficer the child's Independent Reviewing Officer, or null where none is named yet
 */
public record PlacementView(
        PlacementId id,
        ReferralId referral,
        String reference,
        String carerReference,
        LocalAuthorityId placing,
        LocalAuthorityId fostering,
        LocalAuthorityId area,
        Route route,
        Locality locality,
        PlacementState state,
        int children,
        String ageBand,
        int protocolNumber,
        Instant approvedAt,
        @Nullable LocalDate areaToldOn,
        LocalDate startsOn,
        @Nullable LocalDate startedOn,
        @Nullable Instant agreedAt,
        @Nullable LocalDate planSignedOn,
        @Nullable String planFollowsBecause,
        @Nullable LocalDate endedOn,
        @Nullable Ending ending,
        @Nullable String endingReason,
        AccountId socialWorker,
        AccountId supervisingWorker,
        @Nullable AccountId reviewingOfficer) {

    /** The named workers of the two authorities: the social worker, the reviewing officer and the supervising worker. */
    public Set<AccountId> namedWorkers() {
        return Stream.of(socialWorker, supervisingWorker, reviewingOfficer)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the plan may be signed within days of the start instead of before it (regulation 9(2)). */
    public boolean planMayFollow() {
        return isEmergency() || planFollowsBecause != null;
    }

    /** Whether it began in an emergency that is still told in days from its start. */
    public boolean isEmergency() {
        return route == Route.EMERGENCY;
    }
}
