package uk.slipway.placements;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.region.RegionCode;

/** What people in fostering owe each other. Seven statements, whatever there is. */
@Component
class FosteringDuties implements Duties {

    private final ReadFostering read;
    private final ReferralPages names;

    FosteringDuties(ReadFostering read, ReferralPages names) {
        this.read = read;
        this.names = names;
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
        var region = Objects.requireNonNullElse(viewer.region(), RegionCode.NORTH_WEST);
        for (var consent : home.consents()) {
            duties.add(new Duty(
                    home.offers().stream()
                            .filter(offer -> offer.id().equals(consent.offer()))
                            .findFirst()
                            .map(offer -> "Say whether you consent to the match " + home.match(offer))
                            .orElse("Say whether you consent to a match in a home where a child of yours lives"),
                    "/fostering/consents/" + consent.id(),
                    null,
                    acts ? Duty.Kind.OWED : Duty.Kind.WAITING));
        }
        for (var offer : home.offers()) {
            if (offer.placing().equals(authority)) {
                duties.add(new Duty(
                        offer.state() == OfferState.PROPOSED
                                ? viewer.is(Role.DIRECTOR)
                                        ? "Approve or refuse the match " + home.match(offer)
                                        : "A proposed match waits for approval: " + home.match(offer)
                                : "Decide on " + names.name(offer.fostering()) + "’s offer, " + home.match(offer),
                        "/fostering/offers/" + offer.id().value(),
                        home.decisionDue(offer, region),
                        offer.state() == OfferState.PROPOSED == viewer.is(Role.DIRECTOR)
                                ? Duty.Kind.OWED
                                : Duty.Kind.WAITING));
            }
        }
        if (viewer.is(Role.FOSTERING_OFFICER)) {
            for (var referral : home.referrals()) {
                if (!referral.placing().equals(authority)
                        && referral.state().isOut()
                        && !home.withoutHome().contains(referral.id())
                        && home.offers().stream()
                                .noneMatch(offer -> offer.referral().equals(referral.id()))) {
                    duties.add(new Duty(
                            "See whether a home of yours fits referral " + referral.reference(),
                            "/fostering/referrals/" + referral.id().value(),
                            Objects.requireNonNullElse(
                                    home.answerDue(referral, region),
                                    referral.needs().neededBy()),
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
