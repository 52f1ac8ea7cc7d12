package uk.slipway.placements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.fosteringprotocol.Protocols;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;

/** What there is for somebody in fostering: referrals, offers, consents, placements. Five statements. */
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
            LocalDate today) {

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
                LondonTime.today(clock));
    }
}
