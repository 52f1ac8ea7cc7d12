package uk.slipway.enquiries;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.enquiries.FrontDoor.Participation;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;

/** Enquiries for reading, each as far as its viewer may see it. A fixed number of statements, whatever there is. */
@UseCase(readOnly = true)
class ShowEnquiries {

    static final int PAGE = 50;

    private final EnquiryRows enquiries;
    private final FrontDoorRows doors;
    private final Sealing sealing;
    private final AuditTrail trail;
    private final LocalAuthorities authorities;
    private final Clock clock;

    ShowEnquiries(
            EnquiryRows enquiries,
            FrontDoorRows doors,
            Sealing sealing,
            AuditTrail trail,
            LocalAuthorities authorities,
            Clock clock) {
        this.enquiries = enquiries;
        this.doors = doors;
        this.sealing = sealing;
        this.trail = trail;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** How much of an enquiry somebody sees. */
    enum Sight {
        /** Their side holds it: everything. */
        ALL,
        /** It is offered to them: what the person said, not who they are. */
        OFFERED,
        /** It has gone on to somebody else: how far it is. */
        STAGE
    }

    /** A note, opened. */
    record Noted(EnquiryRows.Note note, String words) {}

    /** An answer to an offer, with its reason opened where the viewer may read it. */
    record Answered(EnquiryRows.Offer offer, @Nullable String reason) {}

    /**
     * One enquiry.
     *
     * @param person who it is, or null where only the stage is seen
     * @param earlier other enquiries of the same person that the viewer may see, newest first
     */
    record One(
            Enquiry enquiry,
            Sight sight,
            @Nullable Person person,
            List<EnquiryRows.Reached> stages,
            List<Answered> offers,
            List<Noted> notes,
            List<Enquiry> earlier,
            List<TrailEntry> trail,
            FrontDoor door,
            Map<LocalAuthorityId, Participation> participations,
            LocalDate today) {}

    One one(Viewer viewer, UUID id) {
        var sealed = enquiries.seenBy(viewer, id);
        var enquiry = sealed.enquiry();
        var offers = enquiries.offers(id);
        var sight = WorkOnEnquiry.holds(viewer, enquiry)
                ? Sight.ALL
                : HandOver.offeredTo(viewer, offers).isPresent() ? Sight.OFFERED : Sight.STAGE;
        var door = doors.of(enquiry.frontDoor()).orElseThrow();
        return new One(
                enquiry,
                sight,
                sight == Sight.STAGE ? null : sealing.open(id, sealed.person()),
                enquiries.stages(id),
                offers.stream()
                        .map(offer -> new Answered(
                                offer,
                                offer.reason() == null || sight != Sight.ALL
                                        ? null
                                        : sealing.words(offer.id(), offer.reason())))
                        .toList(),
                sight == Sight.ALL
                        ? enquiries.notes(id).stream()
                                .map(note -> new Noted(note, sealing.words(note.id(), note.sealed())))
                                .toList()
                        : List.of(),
                sight == Sight.ALL
                        ? enquiries.samePerson(viewer, id).stream()
                                .map(EnquiryRows.Sealed::enquiry)
                                .toList()
                        : List.of(),
                sight == Sight.STAGE ? List.of() : trail.of(Enquiry.refOf(id)),
                door,
                doors.participations(door.owner()),
                LondonTime.today(clock));
    }

    /** A line of the board; name null where the viewer's side does not hold it. */
    record Line(Enquiry enquiry, @Nullable String name) {}

    /**
     * The board.
     *
     * @param door the front door of the viewer's region, or null where there is none yet
     * @param more whether others follow
     */
    record Board(
            @Nullable FrontDoor door,
            List<EnquiryRows.Standing> standings,
            List<Line> lines,
            boolean more,
            LocalDate today) {}

    Board board(Viewer viewer, EnquiryRows.Filter filter) {
        var today = LondonTime.today(clock);
        var found = enquiries.board(viewer, filter, PAGE + 1);
        var lines = new ArrayList<Line>();
        for (var sealed : found.subList(0, Math.min(PAGE, found.size()))) {
            var enquiry = sealed.enquiry();
            lines.add(new Line(
                    enquiry,
                    WorkOnEnquiry.holds(viewer, enquiry)
                            ? sealing.open(enquiry.id(), sealed.person()).name()
                            : null));
        }
        return new Board(
                viewer.region() == null ? null : doors.of(viewer.region()).orElse(null),
                enquiries.standings(viewer, today),
                lines,
                found.size() > PAGE,
                today);
    }

    /** The hashes by which a name is found. */
    List<byte[]> nameHashes(String name) {
        return sealing.nameHashes(name);
    }

    /** The authorities of the viewer's region, to choose from. */
    List<LocalAuthority> councils(Viewer viewer) {
        return viewer.region() == null ? List.of() : authorities.in(viewer.region(), LondonTime.today(clock));
    }

    /** Who the person is, for putting it right; empty where the viewer's side does not hold the enquiry. */
    Optional<Person> person(Viewer viewer, UUID id) {
        var sealed = enquiries.seenBy(viewer, id);
        return WorkOnEnquiry.holds(viewer, sealed.enquiry())
                ? Optional.of(sealing.open(id, sealed.person()))
                : Optional.empty();
    }
}
