package uk.slipway.placements;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;

/** What people in fostering owe each other. Five statements, whatever there is. */
@Component
class FosteringDuties implements Duties {

    private final ReadFostering read;

    FosteringDuties(ReadFostering read) {
        this.read = read;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        var authority = viewer.authority();
        boolean acts = viewer.is(Role.FOSTERING_OFFICER) || viewer.is(Role.SOCIAL_WORKER);
        if (authority == null || !acts && !viewer.is(Role.DIRECTOR)) {
            return List.of();
        }
        var duties = new ArrayList<Duty>();
        var home = read.home(viewer);
        for (var consent : home.consents()) {
            duties.add(new Duty(
                    "Say whether you consent to a proposed match",
                    "/fostering/consents/" + consent.id(),
                    null,
                    acts ? Duty.Kind.OWED : Duty.Kind.WAITING));
        }
        for (var offer : home.offers()) {
            if (offer.placing().equals(authority)) {
                duties.add(new Duty(
                        offer.state() == OfferState.PROPOSED
                                ? "A proposed match waits for approval: carer " + offer.carerReference()
                                : "Decide on the offer of carer " + offer.carerReference(),
                        "/fostering/offers/" + offer.id().value(),
                        null,
                        offer.state() == OfferState.PROPOSED == viewer.is(Role.DIRECTOR)
                                ? Duty.Kind.OWED
                                : Duty.Kind.WAITING));
            }
        }
        if (viewer.is(Role.FOSTERING_OFFICER)) {
            for (var referral : home.referrals()) {
                if (!referral.placing().equals(authority)
                        && referral.state().isOut()
                        && home.offers().stream()
                                .noneMatch(offer -> offer.referral().equals(referral.id()))) {
                    duties.add(new Duty(
                            "See whether a home of yours fits referral " + referral.reference(),
                            "/fostering/referrals/" + referral.id().value(),
                            referral.needs().neededBy(),
                            Duty.Kind.WAITING));
                }
            }
        }
        for (var placement : home.placements()) {
            var address = "/fostering/placements/" + placement.id().value();
            if (placement.state() == PlacementState.APPROVED) {
                duties.add(new Duty(
                        "Agree placement " + placement.reference(), address, placement.startsOn(), Duty.Kind.OWED));
            } else if (placement.state() == PlacementState.AGREED
                    && placement.placing().equals(authority)) {
                duties.add(new Duty(
                        "Record the start of placement " + placement.reference(),
                        address,
                        placement.startsOn(),
                        Duty.Kind.WAITING));
            }
        }
        return duties;
    }
}
