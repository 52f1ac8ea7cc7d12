package uk.slipway.enquiries;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/**
 * What a person may ask of whoever holds their enquiry: everything that is kept about them, and that it be erased; and what
 * happens by itself when the days are over that a region has set.
 */
@UseCase
class PersonalRecords {

    private static final Words WORDS = new Words();

    private final EnquiryRows enquiries;
    private final FrontDoorRows doors;
    private final Sealing sealing;
    private final AuditTrail trail;
    private final LocalAuthorities authorities;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    PersonalRecords(
            EnquiryRows enquiries,
            FrontDoorRows doors,
            Sealing sealing,
            AuditTrail trail,
            LocalAuthorities authorities,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.enquiries = enquiries;
        this.doors = doors;
        this.sealing = sealing;
        this.trail = trail;
        this.authorities = authorities;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** One thing that is kept: which enquiry, what it is and what it says. */
    record Kept(String enquiry, String what, String says) {}

    /** Everything that is kept about a person in the enquiries that the viewer's side holds, and how many others it is. */
    record Everything(UUID id, String reference, List<Kept> kept, int enquiries) {

        /** For each enquiry what is kept, by name. */
        Map<String, List<Map<String, String>>> byEnquiry() {
            var all = new LinkedHashMap<String, List<Map<String, String>>>();
            for (var one : kept) {
                all.computeIfAbsent(one.enquiry(), any -> new ArrayList<>()).add(Map.of(one.what(), one.says()));
            }
            return all;
        }
    }

    /** Everything about the person of an enquiry. That it was made is written down. */
    Everything of(Viewer viewer, UUID id) {
        var asked = enquiries.seenBy(viewer, id);
        if (!WorkOnEnquiry.holds(viewer, asked.enquiry())) {
            throw new NotYours();
        }
        var kept = new ArrayList<Kept>();
        var all = theirs(viewer, asked);
        for (var one : all) {
            everything(one, kept);
        }
        events.publishEvent(
                asked.enquiry().happened("made a copy of everything that is kept about the person", clock.instant()));
        return new Everything(id, asked.enquiry().reference(), kept, all.size());
    }

    /** As a file that a program reads. */
    byte[] asJson(Everything everything) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(everything.byEnquiry());
    }

    /** How many enquiries an erasure of this one erases: the person's others that the viewer's side holds, too. */
    int toErase(Viewer viewer, UUID id) {
        var asked = enquiries.seenBy(viewer, id);
        if (!WorkOnEnquiry.holds(viewer, asked.enquiry())) {
            throw new NotYours();
        }
        return theirs(viewer, asked).size();
    }

    /** Erases who the person is, and what was written about them and to them, for good. */
    int erase(Viewer viewer, UUID id) {
        var asked = enquiries.held(viewer, id);
        if (!WorkOnEnquiry.holds(viewer, asked.enquiry())) {
            throw new NotYours();
        }
        var all = theirs(viewer, asked);
        var at = clock.instant();
        enquiries.erase(all.stream().map(one -> one.enquiry().id()).toList(), at);
        all.forEach(one -> events.publishEvent(
                one.enquiry().happened("erased the personal data because the person asked for it", at)));
        return all.size();
    }

    private List<EnquiryRows.Sealed> theirs(Viewer viewer, EnquiryRows.Sealed asked) {
        var all = new ArrayList<EnquiryRows.Sealed>();
        all.add(asked);
        enquiries.samePerson(viewer, asked.enquiry().id()).stream()
                .filter(other -> WorkOnEnquiry.holds(viewer, other.enquiry()))
                .forEach(all::add);
        return all;
    }

    private void everything(EnquiryRows.Sealed sealed, List<Kept> kept) {
        var enquiry = sealed.enquiry();
        var person = sealing.open(enquiry.id(), sealed.person());
        var name = enquiry.reference();
        keep(kept, name, "Reference", name);
        keep(kept, name, "Received", WORDS.moment(enquiry.receivedAt()));
        keep(kept, name, "How it came in", enquiry.channel().inWords());
        keep(kept, name, "Campaign", enquiry.campaign());
        keep(kept, name, "Privacy notice shown", enquiry.notice() == null ? null : "Version " + enquiry.notice());
        keep(kept, name, "Name", person.name());
        keep(kept, name, "E-mail address", person.email());
        keep(kept, name, "Telephone number", person.telephone());
        keep(kept, name, "How to contact them", FosterWords.chosen(FosterWords.CONTACT_BY, person.contactBy()));
        keep(kept, name, "Best time", person.bestTime());
        keep(kept, name, "First part of the postcode", person.area());
        keep(kept, name, "Council area they live in", named(enquiry.livesIn()));
        keep(kept, name, "Goes to", named(enquiry.destination()));
        keep(kept, name, "21 or over", FosterWords.chosen(FosterWords.OVER_21, person.over21()));
        keep(kept, name, "Spare bedroom", FosterWords.chosen(FosterWords.ROOM, person.room()));
        keep(kept, name, "Household", person.household());
        keep(kept, name, "Home", FosterWords.chosen(FosterWords.HOUSING, person.housing()));
        keep(kept, name, "Ages", WORDS.list(person.ages()));
        keep(kept, name, "Asked or fostered before", FosterWords.chosen(FosterWords.PREVIOUS, person.previous()));
        keep(kept, name, "In their own words", person.experience());
        for (var reached : enquiries.stages(enquiry.id())) {
            keep(
                    kept,
                    name,
                    "Stage: " + reached.stage().inWords(),
                    "from " + WORDS.shortDate(reached.enteredOn())
                            + (reached.leftOn() == null ? "" : " to " + WORDS.shortDate(reached.leftOn())));
        }
        if (enquiry.exit() != null) {
            keep(kept, name, "Left", enquiry.exit().inWords() + ", " + WORDS.shortDate(enquiry.exitedOn()));
        }
        if (enquiry.nextAction() != null) {
            keep(
                    kept,
                    name,
                    "Next action",
                    enquiry.nextAction().inWords() + ", " + WORDS.shortDate(enquiry.nextActionDue()));
        }
        for (var offer : enquiries.offers(enquiry.id())) {
            keep(
                    kept,
                    name,
                    "Hand-over",
                    (offer.to() == Side.AUTHORITY ? "to " + named(offer.authority()) : "to the front door")
                            + ", offered " + WORDS.moment(offer.offeredAt()) + " by " + offer.offeredBy()
                            + (offer.answer() == null
                                    ? ""
                                    : ", "
                                            + offer.answer()
                                                    .toLowerCase(Locale.UK)
                                                    .replace('_', ' '))
                            + (offer.reason() == null ? "" : ": " + sealing.words(offer.id(), offer.reason())));
        }
        for (var note : enquiries.notes(enquiry.id())) {
            keep(
                    kept,
                    name,
                    "Note, " + WORDS.moment(note.writtenAt()) + ", " + note.writtenBy(),
                    sealing.words(note.id(), note.sealed()));
        }
        for (var entry : trail.of(Enquiry.refOf(enquiry.id()))) {
            keep(kept, name, "History, " + WORDS.moment(entry.at()), entry.who() + ": " + entry.what());
        }
    }

    private static void keep(List<Kept> kept, String enquiry, String what, @Nullable String says) {
        if (says != null && !says.isBlank()) {
            kept.add(new Kept(enquiry, what, says));
        }
    }

    private @Nullable String named(@Nullable LocalAuthorityId authority) {
        return authority == null ? null : authorities.get(authority).name();
    }

    /** What the days have run out for, in every front door: erased, or deleted where it was held apart. */
    int forget() {
        var at = clock.instant();
        int gone = 0;
        for (var door : doors.all()) {
            var due = enquiries.dueToGo(door, LondonTime.today(clock));
            if (!due.toErase().isEmpty()) {
                enquiries.erase(due.toErase(), at);
                due.toErase()
                        .forEach(id -> trail.append(
                                Enquiry.refOf(id),
                                null,
                                "erased the personal data as the schedule says",
                                at,
                                Actor.SYSTEM));
            }
            if (!due.toDiscard().isEmpty()) {
                enquiries.discard(due.toDiscard());
                due.toDiscard()
                        .forEach(id -> trail.append(
                                Enquiry.refOf(id),
                                null,
                                "deleted what was held apart, as the schedule says",
                                at,
                                Actor.SYSTEM));
            }
            gone += due.toErase().size() + due.toDiscard().size();
        }
        enquiries.forgetArrivals(at.minus(Duration.ofDays(1)));
        return gone;
    }
}
