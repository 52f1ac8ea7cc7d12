package uk.slipway.enquiries;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/**
 * The baton passes when the other side takes it, never before. Whoever is offered it sees what the person said, and who
 * they are once they have taken it.
 */
@UseCase
class HandOver {

    private final EnquiryRows enquiries;
    private final FrontDoorRows doors;
    private final Sealing sealing;
    private final LocalAuthorities authorities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandOver(
            EnquiryRows enquiries,
            FrontDoorRows doors,
            Sealing sealing,
            LocalAuthorities authorities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.enquiries = enquiries;
        this.doors = doors;
        this.sealing = sealing;
        this.authorities = authorities;
        this.events = events;
        this.clock = clock;
    }

    /** The offer that a viewer's side is asked to answer, if there is one. */
    static Optional<EnquiryRows.Offer> offeredTo(Viewer viewer, List<EnquiryRows.Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.isOpen() && offer.to() == EnquiryRows.sideOf(viewer))
                .findFirst();
    }

    /**
     * The holder offers the baton: the front door to an authority that takes part today, an authority to the front door.
     *
     * @param authority to which; not asked where an authority gives it back
     * @throws EditConflict when the enquiry is not as the page showed it, or has been offered already
     */
    void offer(Viewer viewer, UUID id, long version, @Nullable LocalAuthorityId authority) {
        var enquiry = enquiries.held(viewer, id).enquiry();
        if (!WorkOnEnquiry.holds(viewer, enquiry)) {
            throw new NotYours();
        }
        var to = enquiry.baton() == Side.FRONT_DOOR ? Side.AUTHORITY : Side.FRONT_DOOR;
        var receiver = Objects.requireNonNull(to == Side.AUTHORITY ? authority : enquiry.authority());
        var open =
                enquiries.offers(id).stream().filter(EnquiryRows.Offer::isOpen).findFirst();
        if (open.isPresent() && open.get().authority().equals(receiver)) {
            return;
        }
        WorkOnEnquiry.unchanged(enquiry, version);
        if (open.isPresent() || !enquiry.isOpen()) {
            throw new EditConflict();
        }
        if (to == Side.AUTHORITY) {
            var participation = doors.participations(enquiry.frontDoor()).get(receiver);
            if (participation == null || !participation.on(LondonTime.today(clock))) {
                throw new NotFound();
            }
        }
        enquiries.offer(id, receiver, to, clock.instant(), viewer.name() + ", " + viewer.actingAs());
        tell(
                enquiry,
                to == Side.AUTHORITY
                        ? "offered it to " + authorities.get(receiver).name()
                        : "offered it back to the front door");
    }

    /**
     * The receiver takes the baton.
     *
     * @throws EditConflict when it has been answered otherwise, or the person has gone meanwhile
     */
    void accept(Viewer viewer, UUID id, UUID offer) {
        var enquiry = enquiries.held(viewer, id).enquiry();
        var asked = asked(viewer, id, offer);
        if ("ACCEPTED".equals(asked.answer())) {
            return;
        }
        if (!asked.isOpen() || !enquiry.isOpen()) {
            throw new EditConflict();
        }
        enquiries.answer(asked, "ACCEPTED", clock.instant(), viewer.name() + ", " + viewer.actingAs(), null);
        enquiries.holds(id, asked.to(), asked.to() == Side.AUTHORITY ? asked.authority() : null, viewer);
        tell(enquiry, "accepted the hand-over");
    }

    /** The receiver does not take it, and says why. It stays where it was. */
    void decline(Viewer viewer, UUID id, UUID offer, String reason) {
        var enquiry = enquiries.held(viewer, id).enquiry();
        var asked = asked(viewer, id, offer);
        if ("DECLINED".equals(asked.answer())) {
            return;
        }
        if (!asked.isOpen()) {
            throw new EditConflict();
        }
        enquiries.answer(
                asked,
                "DECLINED",
                clock.instant(),
                viewer.name() + ", " + viewer.actingAs(),
                sealing.seal(asked.id(), reason));
        if (asked.to() == Side.AUTHORITY) {
            enquiries.holds(id, Side.FRONT_DOOR, null, null);
        }
        tell(enquiry, "declined the hand-over");
    }

    /** Whoever offered it takes the offer back, while nobody has answered. */
    void takeBack(Viewer viewer, UUID id, UUID offer) {
        var enquiry = enquiries.held(viewer, id).enquiry();
        if (!WorkOnEnquiry.holds(viewer, enquiry)) {
            throw new NotYours();
        }
        var own = offer(id, offer);
        if ("TAKEN_BACK".equals(own.answer())) {
            return;
        }
        if (!own.isOpen()) {
            throw new EditConflict();
        }
        enquiries.answer(own, "TAKEN_BACK", clock.instant(), viewer.name() + ", " + viewer.actingAs(), null);
        if (own.to() == Side.AUTHORITY) {
            enquiries.holds(id, Side.FRONT_DOOR, null, null);
        }
        tell(enquiry, "took the offer back");
    }

    private EnquiryRows.Offer asked(Viewer viewer, UUID id, UUID offer) {
        var asked = offer(id, offer);
        if (asked.to() != EnquiryRows.sideOf(viewer)
                || asked.to() == Side.AUTHORITY && !asked.authority().equals(viewer.authority())) {
            throw new NotYours();
        }
        return asked;
    }

    private EnquiryRows.Offer offer(UUID id, UUID offer) {
        return enquiries.offers(id).stream()
                .filter(one -> one.id().equals(offer))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void tell(Enquiry enquiry, String what) {
        events.publishEvent(enquiry.happened(what, clock.instant()));
    }
}
