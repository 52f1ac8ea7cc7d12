package uk.slipway.placements;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.kernel.UseCase;

/** A look at a referral is recorded: the placing authority sees who looked. So this writes, though it reads. */
@UseCase
class LookAtReferral {

    private final ReferralRows referrals;
    private final OfferRows offers;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LookAtReferral(
            ReferralRows referrals, OfferRows offers, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.referrals = referrals;
        this.offers = offers;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** A referral with all that the viewer may see of it. */
    record Seen(
            Referral referral,
            Map<ReferralSection, Referral.Text> texts,
            List<Offer> offers,
            List<ReferralRows.Circulated> circulation,
            List<TrailEntry> trail,
            boolean placing,
            Instant now) {}

    Seen look(Viewer viewer, ReferralId id) {
        var referral = referrals.seenBy(viewer, id);
        boolean placing = referral.placing().equals(viewer.authority());
        events.publishEvent(referral.happened(Referral.LOOKED, clock.instant()));
        return new Seen(
                referral,
                referrals.texts(id),
                offers.of(viewer, id),
                placing ? referrals.circulation(id) : List.of(),
                placing ? trail.of(Referral.refOf(id)) : List.of(),
                placing,
                clock.instant());
    }
}
