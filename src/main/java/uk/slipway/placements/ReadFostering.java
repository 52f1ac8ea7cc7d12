package uk.slipway.placements;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.fosteringprotocol.Protocols;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.region.RegionCode;

/** What there is for somebody in fostering: referrals, offers, consents, placements. Seven statements. */
@UseCase(readOnly = true)
class ReadFostering {

    private final ReferralRows referrals;
    private final OfferRows offers;
    private final SeenPlacements placements;
    private final Protocols protocols;
    private final Clock clock;

    ReadFostering(
            ReferralRows referrals, OfferRows offers, SeenPlacements placements, Protocols protocols, Clock clock) {
        this.referrals = referrals;
        this.offers = offers;
        this.placements = placements;
        this.protocols = protocols;
        this.clock = clock;
    }

    record Home(
            List<Referral> referrals,
            List<Offer> offers,
            List<Offer.Consent> consents,
            List<PlacementView> placements,
            Optional<Protocol> protocol,
            Map<Protocol.Version, Protocol.Limits> limits,
            Set<ReferralId> withoutHome,
            LocalDate today) {

        /** By when a fostering service answers a referral, as the version it was circulated under says, or null. */
        @Nullable
        LocalDate answerDue(Referral referral, RegionCode region) {
            var sent = referral.circulatedAt();
            return referral.state().isOut() && sent != null
                    ? after(sent, limits(referral, region).offerDays())
                    : null;
        }

        /** By when the placing authority decides on an offer, or null. */
        @Nullable
        LocalDate decisionDue(Offer offer, RegionCode region) {
            return offer.state() == OfferState.OFFERED || offer.state() == OfferState.SHORTLISTED
                    ? referrals.stream()
                            .filter(one -> one.id().equals(offer.referral()))
                            .filter(one -> one.state() != ReferralState.MATCH_PROPOSED)
                            .findFirst()
                            .map(one ->
                                    after(offer.offeredAt(), limits(one, region).decisionDays()))
                            .orElse(null)
                    : null;
        }

        private Protocol.Limits limits(Referral referral, RegionCode region) {
            var number = referral.protocolNumber();
            return number == null
                    ? Protocol.Limits.UNSET
                    : limits.getOrDefault(new Protocol.Version(region, number), Protocol.Limits.UNSET);
        }

        private static @Nullable LocalDate after(Instant at, @Nullable Integer days) {
            return days == null ? null : WorkingDays.after(LondonTime.dayOf(at), days);
        }

        /** The offer as its reader knows it: "FP-26-0009: carer FC-1". */
        String match(Offer offer) {
            return referrals.stream()
                    .filter(one -> one.id().equals(offer.referral()))
                    .findFirst()
                    .map(one -> one.reference() + ": carer " + offer.carerReference())
                    .orElse("Carer " + offer.carerReference());
        }
    }

    Home home(Viewer viewer) {
        var authority = viewer.authority();
        return new Home(
                referrals.all(viewer),
                offers.open(viewer),
                authority == null ? List.of() : offers.askedOf(authority),
                placements.seenBy(viewer),
                viewer.region() == null ? Optional.empty() : protocols.inForce(viewer.region()),
                authority == null ? Map.of() : protocols.limits(),
                authority == null ? Set.of() : referrals.withoutHome(authority),
                LondonTime.today(clock));
    }
}
