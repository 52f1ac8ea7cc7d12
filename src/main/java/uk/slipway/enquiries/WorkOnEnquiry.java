package uk.slipway.enquiries;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Whoever holds the baton takes an enquiry from stage to stage. Doing again what is done already changes nothing. */
@UseCase
class WorkOnEnquiry {

    private final EnquiryRows enquiries;
    private final FrontDoorRows doors;
    private final Sealing sealing;
    private final LocalAuthorities authorities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkOnEnquiry(
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

    /** Whether a viewer's side has to act, and may read who the person is. */
    static boolean holds(Viewer viewer, Enquiry enquiry) {
        return enquiry.baton() == Side.FRONT_DOOR
                ? viewer.is(Role.FRONT_DOOR_ADVISER) && viewer.organisation().equals(enquiry.frontDoor())
                : viewer.is(Role.FOSTERING_OFFICER)
                        && viewer.authority() != null
                        && viewer.authority().equals(enquiry.authority());
    }

    /** The stages to which a viewer may take an enquiry from where it stands. */
    static List<EnquiryStage> ahead(Enquiry enquiry) {
        return enquiry.stage().later().stream()
                .filter(stage -> enquiry.baton() == Side.AUTHORITY || stage.isTheFrontDoors())
                .toList();
    }

    /**
     * It came to a stage on a day.
     *
     * @return what stands against that day, or empty where it was done
     * @throws EditConflict when it is not as the page showed it
     */
    Optional<String> moveOn(Viewer viewer, UUID id, long version, EnquiryStage stage, LocalDate on) {
        var enquiry = mine(viewer, id);
        if (enquiry.stage() == stage) {
            return Optional.empty();
        }
        unchanged(enquiry, version);
        if (!enquiry.isOpen() || !ahead(enquiry).contains(stage)) {
            throw new EditConflict();
        }
        var since = enquiries.stages(id).stream()
                .map(EnquiryRows.Reached::enteredOn)
                .max(LocalDate::compareTo)
                .orElse(on);
        if (on.isAfter(LondonTime.today(clock))) {
            return Optional.of("The day must be today or in the past");
        }
        if (on.isBefore(since)) {
            return Optional.of("The day must be the same as or after the day of the stage before");
        }
        var door = door(enquiry);
        boolean beside = stage == EnquiryStage.STAGE_2
                && enquiry.stage() == EnquiryStage.STAGE_1
                && Boolean.TRUE.equals(door.stagesOverlap());
        enquiries.leaveStages(id, on, beside ? EnquiryStage.STAGE_1 : null);
        enquiries.enter(id, stage, on);
        enquiries.standAt(id, stage, door.due(stage, on), viewer);
        tell(enquiry, "took it to the stage " + stage.inWords().toLowerCase(Locale.UK));
        return Optional.empty();
    }

    /** The checks of stage 1 end while stage 2 goes on. */
    void endStage1(Viewer viewer, UUID id) {
        var enquiry = mine(viewer, id);
        boolean open = enquiries.stages(id).stream()
                .anyMatch(reached -> reached.stage() == EnquiryStage.STAGE_1 && reached.leftOn() == null);
        if (enquiry.stage() == EnquiryStage.STAGE_2 && open && enquiry.isOpen()) {
            enquiries.leaveStages(id, LondonTime.today(clock), EnquiryStage.STAGE_2);
            tell(enquiry, "ended stage 1");
        }
    }

    /** What is to be done next, and by when. */
    void plan(Viewer viewer, UUID id, long version, NextAction action, LocalDate due) {
        var enquiry = mine(viewer, id);
        if (action == enquiry.nextAction() && due.equals(enquiry.nextActionDue())) {
            return;
        }
        unchanged(enquiry, version);
        if (!enquiry.isOpen()) {
            throw new EditConflict();
        }
        enquiries.plan(id, action, due, viewer);
        tell(enquiry, "set the next action");
    }

    /** Writes down what was said or done. */
    void note(Viewer viewer, UUID id, UUID note, String words) {
        var enquiry = mine(viewer, id);
        if (enquiries.note(
                id,
                note,
                enquiry.baton(),
                clock.instant(),
                viewer.name() + ", " + viewer.actingAs(),
                sealing.seal(note, words))) {
            tell(enquiry, "wrote a note");
        }
    }

    /** Where it is to go, once the person knows. */
    void goesTo(Viewer viewer, UUID id, long version, LocalAuthorityId authority) {
        var enquiry = mine(viewer, id);
        if (authority.equals(enquiry.destination())) {
            return;
        }
        unchanged(enquiry, version);
        if (enquiry.baton() != Side.FRONT_DOOR || enquiry.authority() != null || !enquiry.isOpen()) {
            throw new EditConflict();
        }
        var known = authorities.find(authority).orElseThrow(NotFound::new);
        if (!known.region().equals(door(enquiry).region())) {
            throw new NotFound();
        }
        enquiries.goesTo(id, authority);
        tell(enquiry, "routed it to " + known.name());
    }

    /** What was typed of the person is put right. */
    void putRight(Viewer viewer, UUID id, long version, Person person) {
        var enquiry = mine(viewer, id);
        if (person.equals(sealing.open(id, enquiries.seenBy(viewer, id).person()))) {
            return;
        }
        unchanged(enquiry, version);
        enquiries.putRight(
                id,
                sealing.seal(id, person),
                sealing.emailHash(person.email()),
                sealing.telephoneHash(person.telephone()),
                sealing.nameHashes(person.name()));
        tell(enquiry, "put the person’s details right");
    }

    /**
     * The person goes no further for now. An offer that nobody has answered is taken back.
     *
     * @return what stands against that day, or empty where it was done
     */
    Optional<String> leave(Viewer viewer, UUID id, long version, ExitReason reason, LocalDate on) {
        var enquiry = mine(viewer, id);
        if (enquiry.exit() == reason) {
            return Optional.empty();
        }
        unchanged(enquiry, version);
        if (!enquiry.isOpen()) {
            throw new EditConflict();
        }
        if (on.isAfter(LondonTime.today(clock))) {
            return Optional.of("The day must be today or in the past");
        }
        if (enquiries.stages(id).stream()
                .anyMatch(reached -> reached.enteredOn().isAfter(on))) {
            return Optional.of("The day must be the same as or after the day of the last stage");
        }
        enquiries.offers(id).stream().filter(EnquiryRows.Offer::isOpen).forEach(offer -> {
            enquiries.answer(offer, "TAKEN_BACK", clock.instant(), viewer.name(), null);
            if (offer.to() == Side.AUTHORITY) {
                enquiries.holds(id, Side.FRONT_DOOR, null, null);
            }
        });
        enquiries.exit(id, reason, on);
        tell(enquiry, "closed it: the person " + reason.told());
        return Optional.empty();
    }

    /** The person is back. The clock of the stage they left at begins again. */
    void reopen(Viewer viewer, UUID id) {
        var enquiry = mine(viewer, id);
        if (enquiry.exit() != null) {
            enquiries.reopen(id, door(enquiry).due(enquiry.stage(), LondonTime.today(clock)));
            tell(enquiry, "reopened it");
        }
    }

    /** What was held apart is a person's after all: its clock begins now. */
    void release(Viewer viewer, UUID id) {
        var enquiry = mine(viewer, id);
        if (enquiry.heldBecause() != null) {
            enquiries.release(id, door(enquiry).due(EnquiryStage.ENQUIRY, LondonTime.today(clock)));
            tell(enquiry, "let it in");
        }
    }

    /** What was held apart is no person's: it is deleted. */
    void discard(Viewer viewer, UUID id) {
        var enquiry = mine(viewer, id);
        if (enquiry.heldBecause() == null) {
            throw new EditConflict();
        }
        enquiries.discard(List.of(id));
        tell(enquiry, "deleted it as sent by nobody who wants to foster");
    }

    private Enquiry mine(Viewer viewer, UUID id) {
        var enquiry = enquiries.held(viewer, id).enquiry();
        if (!holds(viewer, enquiry)) {
            throw new NotYours();
        }
        return enquiry;
    }

    private FrontDoor door(Enquiry enquiry) {
        return doors.of(enquiry.frontDoor()).orElseThrow(NotFound::new);
    }

    static void unchanged(Enquiry enquiry, long version) {
        if (enquiry.version() != version || enquiry.heldBecause() != null) {
            throw new EditConflict();
        }
    }

    private void tell(Enquiry enquiry, String what) {
        events.publishEvent(enquiry.happened(what, clock.instant()));
    }
}
