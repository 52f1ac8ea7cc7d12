package uk.slipway.enquiries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.TrailEntry;
import uk.slipway.enquiries.ShowEnquiries.Sight;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.Step;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** What the pages about enquiries say to those who work on them. */
@Component
class EnquiryPages {

    static final List<Option> STATES = List.of(
            Option.of("open", "Under way"),
            Option.of("offered", "Offered to us"),
            Option.of("declined", "Hand-over declined"),
            Option.of("left", "Left or on hold"),
            Option.of("approved", "Approved"),
            Option.of("apart", "Held apart"));

    private static final Words WORDS = new Words();
    private static final int HISTORY = 60;
    static final Crumb BOARD = new Crumb("Fostering enquiries", "/enquiries");

    private final LocalAuthorities authorities;

    EnquiryPages(LocalAuthorities authorities) {
        this.authorities = authorities;
    }

    /** The filters as they stand in the address. */
    record Filters(
            @Nullable String state,
            @Nullable String stage,
            @Nullable String baton,
            @Nullable String authority,
            @Nullable String q,
            @Nullable String mine) {}

    record BoardPage(
            String title,
            String lead,
            boolean adviser,
            boolean hasDoor,
            @Nullable BarsPicture picture,
            String pictureTitle,
            List<Standing> standings,
            Filters filters,
            List<Option> states,
            List<Option> stages,
            List<Option> batons,
            List<Option> councils,
            List<Row> rows,
            @Nullable String next,
            String empty,
            List<String> whoCanSee) {}

    record Standing(String stage, String frontDoor, String authorities, String late) {}

    record Row(
            UUID id,
            String reference,
            String name,
            String stage,
            String baton,
            String due,
            boolean late,
            String next,
            String received) {}

    BoardPage board(Viewer viewer, ShowEnquiries.Board board, Filters filters, List<LocalAuthority> councils) {
        boolean adviser = viewer.is(Role.FRONT_DOOR_ADVISER);
        long late =
                board.standings().stream().mapToLong(EnquiryRows.Standing::late).sum();
        long open =
                board.standings().stream().mapToLong(EnquiryRows.Standing::open).sum();
        var counts = new ArrayList<BarsPicture.Count>();
        var standings = new ArrayList<Standing>();
        for (var stage : EnquiryStage.values()) {
            if (stage == EnquiryStage.APPROVED) {
                continue;
            }
            long door = count(board, stage, Side.FRONT_DOOR);
            long council = count(board, stage, Side.AUTHORITY);
            long lateHere = board.standings().stream()
                    .filter(one -> one.stage() == stage)
                    .mapToLong(EnquiryRows.Standing::late)
                    .sum();
            counts.add(new BarsPicture.Count(
                    stage.inWords(),
                    door + council,
                    WORDS.number(door + council) + (lateHere == 0 ? "" : ", " + lateHere + " late"),
                    null));
            standings.add(
                    new Standing(stage.inWords(), WORDS.number(door), WORDS.number(council), WORDS.number(lateHere)));
        }
        var state = filters.state() == null ? "open" : filters.state();
        boolean filtered = filters.q() != null
                || filters.stage() != null
                || filters.baton() != null
                || filters.authority() != null
                || filters.mine() != null
                || !"open".equals(state);
        var last = board.lines().isEmpty() ? null : board.lines().getLast().enquiry();
        return new BoardPage(
                "Fostering enquiries",
                open == 0
                        ? "No enquiry is under way."
                        : WORDS.count(open, "enquiry is", "enquiries are") + " under way, "
                                + (late == 0 ? "none of them late." : WORDS.number(late) + " of them late."),
                adviser,
                board.door() != null,
                open == 0 ? null : BarsPicture.of(counts),
                "Where " + WORDS.count(open, "enquiry stands", "enquiries stand"),
                standings,
                filters,
                adviser
                        ? STATES
                        : STATES.stream()
                                .filter(one -> !"apart".equals(one.value()))
                                .toList(),
                Arrays.stream(EnquiryStage.values())
                        .map(stage -> Option.of(stage.name(), stage.inWords()))
                        .toList(),
                List.of(Option.of("FRONT_DOOR", "The front door"), Option.of("AUTHORITY", "An authority")),
                adviser
                        ? councils.stream()
                                .map(council -> Option.of(council.gssCode(), council.label()))
                                .toList()
                        : List.of(),
                board.lines().stream()
                        .map(line -> row(viewer, line, board.today()))
                        .toList(),
                board.more() && last != null
                        ? (last.dueOn() == null ? "" : last.dueOn().toString()) + "~" + last.id()
                        : null,
                filtered
                        ? "No enquiry fits these filters."
                        : adviser
                                ? "Enquiries will be here: those sent by the public form, and those you write down"
                                        + " from a call."
                                : "Enquiries that the front door hands over to you will be here.",
                adviser
                        ? List.of(
                                "The advisers of the front door see who the people are whose enquiries it holds, and"
                                        + " of those handed over how far they are.",
                                "The fostering officers of an authority see the enquiries handed over to it.",
                                "Everybody else sees numbers alone.")
                        : List.of(
                                "You and the other fostering officers of your authority.",
                                "The advisers of the front door see how far each enquiry is.",
                                "Everybody else sees numbers alone."));
    }

    private static long count(ShowEnquiries.Board board, EnquiryStage stage, Side side) {
        return board.standings().stream()
                .filter(one -> one.stage() == stage && one.baton() == side)
                .mapToLong(EnquiryRows.Standing::open)
                .sum();
    }

    private Row row(Viewer viewer, ShowEnquiries.Line line, LocalDate today) {
        var enquiry = line.enquiry();
        boolean late = enquiry.isLate(today);
        return new Row(
                enquiry.id(),
                enquiry.reference(),
                line.name() != null
                        ? line.name()
                        : enquiry.baton() == Side.AUTHORITY ? "Handed over" : "Named once you accept",
                stage(enquiry),
                baton(viewer, enquiry),
                enquiry.exit() != null
                        ? "Since " + WORDS.shortDate(enquiry.exitedOn())
                        : enquiry.heldBecause() != null
                                ? enquiry.heldBecause()
                                : enquiry.dueOn() == null
                                        ? enquiry.isOpen() ? "No standard set" : ""
                                        : WORDS.dueIn(enquiry.dueOn(), today),
                late,
                enquiry.nextAction() == null ? "" : enquiry.nextAction().inWords(),
                WORDS.shortDate(enquiry.receivedAt()));
    }

    private static String stage(Enquiry enquiry) {
        return enquiry.exit() == null
                ? enquiry.stage().inWords()
                : enquiry.exit().inWords() + ", at " + enquiry.stage().inWords().toLowerCase(Locale.UK);
    }

    private String baton(Viewer viewer, Enquiry enquiry) {
        if (enquiry.baton() == Side.FRONT_DOOR) {
            return enquiry.authority() == null
                    ? "The front door"
                    : "The front door; offered to " + named(enquiry.authority());
        }
        return enquiry.authority() != null && enquiry.authority().equals(viewer.authority())
                ? "Us"
                : named(enquiry.authority());
    }

    private String named(@Nullable LocalAuthorityId authority) {
        return authority == null ? "not known yet" : authorities.get(authority).label();
    }

    record OnePage(
            UUID id,
            String title,
            String reference,
            String state,
            String tag,
            String lead,
            long version,
            @Nullable String heldBecause,
            List<Step> steps,
            List<Fact> facts,
            List<Earlier> earlier,
            List<NoteLine> notes,
            List<OfferLine> offers,
            boolean all,
            boolean mayMove,
            List<Option> stages,
            boolean mayEndStage1,
            List<Option> actions,
            boolean mayRoute,
            List<Option> councils,
            boolean mayOffer,
            boolean back,
            List<Option> takers,
            @Nullable UUID asked,
            String askedWords,
            @Nullable UUID taken,
            List<Option> exits,
            boolean mayReopen,
            boolean held,
            UUID noteId,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Fact(String name, String words) {}

    record Earlier(UUID id, String words) {}

    record NoteLine(String who, String when, String words) {}

    record OfferLine(String words, @Nullable String reason) {}

    OnePage one(Viewer viewer, ShowEnquiries.One one, UUID noteId) {
        var enquiry = one.enquiry();
        boolean all = one.sight() == Sight.ALL;
        boolean held = enquiry.heldBecause() != null;
        boolean acts = all && enquiry.isOpen() && !held;
        var offers = one.offers().stream().map(ShowEnquiries.Answered::offer).toList();
        var asked = HandOver.offeredTo(viewer, offers);
        var open = offers.stream().filter(EnquiryRows.Offer::isOpen).findFirst();
        boolean back = enquiry.baton() == Side.AUTHORITY;
        var person = one.person();
        return new OnePage(
                enquiry.id(),
                all && person != null ? person.name() : "Enquiry " + enquiry.reference(),
                enquiry.reference(),
                held
                        ? "Held apart"
                        : enquiry.exit() != null
                                ? enquiry.exit().inWords()
                                : enquiry.stage().inWords(),
                held || enquiry.exit() != null
                        ? "govuk-tag--grey"
                        : enquiry.isLate(one.today())
                                ? "govuk-tag--red"
                                : enquiry.stage() == EnquiryStage.APPROVED ? "govuk-tag--green" : "govuk-tag--blue",
                lead(viewer, one),
                enquiry.version(),
                enquiry.heldBecause(),
                steps(one),
                facts(one),
                one.earlier().stream()
                        .map(earlier -> new Earlier(
                                earlier.id(),
                                earlier.reference() + ", " + WORDS.shortDate(earlier.receivedAt()) + ": "
                                        + stage(earlier)))
                        .toList(),
                one.notes().stream()
                        .map(note -> new NoteLine(
                                note.note().writtenBy(),
                                WORDS.moment(note.note().writtenAt()),
                                note.words()))
                        .toList(),
                one.offers().stream().map(this::offer).toList(),
                all,
                acts && !WorkOnEnquiry.ahead(enquiry).isEmpty(),
                WorkOnEnquiry.ahead(enquiry).stream()
                        .map(stage -> Option.of(stage.name(), stage.inWords()))
                        .toList(),
                acts
                        && enquiry.stage() == EnquiryStage.STAGE_2
                        && one.stages().stream()
                                .anyMatch(
                                        reached -> reached.stage() == EnquiryStage.STAGE_1 && reached.leftOn() == null),
                acts
                        ? Arrays.stream(NextAction.values())
                                .map(action -> Option.of(action.name(), action.inWords()))
                                .toList()
                        : List.of(),
                acts && enquiry.baton() == Side.FRONT_DOOR && open.isEmpty(),
                authorities.in(one.door().region(), one.today()).stream()
                        .map(council -> Option.of(council.gssCode(), council.label()))
                        .toList(),
                acts && open.isEmpty(),
                back,
                back
                        ? List.of()
                        : authorities.in(one.door().region(), one.today()).stream()
                                .filter(council -> {
                                    var participation = one.participations().get(council.id());
                                    return participation != null && participation.on(one.today());
                                })
                                .map(council -> Option.of(council.gssCode(), council.label()))
                                .toList(),
                asked.map(EnquiryRows.Offer::id).orElse(null),
                asked.map(offer -> offer.to() == Side.AUTHORITY
                                ? "The front door offers you this enquiry"
                                : named(offer.authority()) + " offers this enquiry back")
                        .orElse(""),
                all && asked.isEmpty() ? open.map(EnquiryRows.Offer::id).orElse(null) : null,
                acts
                        ? Arrays.stream(ExitReason.values())
                                .map(reason -> Option.of(reason.name(), reason.inWords()))
                                .toList()
                        : List.of(),
                all && enquiry.exit() != null,
                all && held,
                noteId,
                one.trail().stream().limit(HISTORY).map(EnquiryPages::happened).toList(),
                whoCanSee(enquiry),
                List.of(BOARD));
    }

    private String lead(Viewer viewer, ShowEnquiries.One one) {
        var enquiry = one.enquiry();
        if (enquiry.heldBecause() != null) {
            return "Perhaps no person sent this. " + enquiry.heldBecause() + ". Nobody has been written to.";
        }
        var holder = "The baton: "
                + (enquiry.baton() == Side.FRONT_DOOR
                        ? "the front door"
                        : enquiry.authority() != null && enquiry.authority().equals(viewer.authority())
                                ? "you, " + named(enquiry.authority())
                                : named(enquiry.authority()))
                + ".";
        if (enquiry.exit() != null) {
            return "The person " + enquiry.exit().told() + " on " + WORDS.date(enquiry.exitedOn()) + ". " + holder;
        }
        if (enquiry.stage() == EnquiryStage.APPROVED) {
            return "The person was approved. " + holder;
        }
        return holder + " "
                + (enquiry.stageDueOn() == null
                        ? "By when it is to leave this stage: to be set by the region."
                        : "It is to leave this stage " + WORDS.dueIn(enquiry.stageDueOn(), one.today()) + ".");
    }

    private static List<Step> steps(ShowEnquiries.One one) {
        var enquiry = one.enquiry();
        var steps = new ArrayList<Step>();
        for (var stage : EnquiryStage.values()) {
            var reached =
                    one.stages().stream().filter(each -> each.stage() == stage).findFirst();
            boolean now = enquiry.isOpen()
                    && reached.filter(each -> each.leftOn() == null).isPresent();
            steps.add(new Step(
                    stage.inWords(),
                    reached.map(each -> WORDS.shortDate(each.enteredOn()))
                            .orElse(stage.compareTo(enquiry.stage()) < 0 ? "not needed" : ""),
                    now
                            ? enquiry.stageDueOn() != null
                                            && enquiry.stageDueOn().isBefore(one.today())
                                            && stage == enquiry.stage()
                                    ? Step.Progress.LATE
                                    : Step.Progress.NOW
                            : stage.compareTo(enquiry.stage()) <= 0 ? Step.Progress.DONE : Step.Progress.AHEAD));
        }
        return steps;
    }

    private List<Fact> facts(ShowEnquiries.One one) {
        var enquiry = one.enquiry();
        var facts = new ArrayList<Fact>();
        var person = one.person();
        fact(facts, "Reference", enquiry.reference());
        if (person != null && one.sight() == Sight.ALL) {
            fact(facts, "Telephone", person.telephone());
            fact(facts, "E-mail", person.email());
        }
        if (person != null) {
            fact(facts, "How to contact them", FosterWords.chosen(FosterWords.CONTACT_BY, person.contactBy()));
            fact(facts, "Good time", person.bestTime());
            fact(facts, "Lives in", named(enquiry.livesIn()) + (person.area() == null ? "" : ", " + person.area()));
            fact(facts, "21 or over", FosterWords.chosen(FosterWords.OVER_21, person.over21()));
            fact(facts, "Spare bedroom", FosterWords.chosen(FosterWords.ROOM, person.room()));
            fact(facts, "At home", person.household());
            fact(facts, "Home", FosterWords.chosen(FosterWords.HOUSING, person.housing()));
            fact(
                    facts,
                    "Ages",
                    person.ages().isEmpty()
                            ? "Not stated"
                            : WORDS.list(person.ages().stream()
                                    .map(age -> FosterWords.chosen(FosterWords.AGES, age))
                                    .toList()));
            fact(facts, "Before", FosterWords.chosen(FosterWords.PREVIOUS, person.previous()));
            fact(facts, "In their own words", person.experience());
        }
        fact(facts, "Goes to", named(enquiry.destination()));
        fact(
                facts,
                "Came in",
                enquiry.channel().inWords() + ", " + WORDS.moment(enquiry.receivedAt())
                        + (enquiry.campaign() == null ? "" : ", campaign “" + enquiry.campaign() + "”"));
        if (one.sight() == Sight.ALL) {
            fact(
                    facts,
                    "Consent",
                    enquiry.notice() == null
                            ? "No privacy notice had been published"
                            : "Given, shown version " + enquiry.notice() + " of the privacy notice");
            fact(facts, "Worked on by", enquiry.handler());
            if (enquiry.nextAction() != null) {
                fact(
                        facts,
                        "Next action",
                        enquiry.nextAction().inWords() + ", " + WORDS.dueIn(enquiry.nextActionDue(), one.today()));
            }
        }
        return facts;
    }

    private static void fact(List<Fact> facts, String name, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            facts.add(new Fact(name, words));
        }
    }

    private OfferLine offer(ShowEnquiries.Answered answered) {
        var offer = answered.offer();
        var to = offer.to() == Side.AUTHORITY ? "to " + named(offer.authority()) : "to the front door";
        var answer = offer.answer();
        return new OfferLine(
                "Offered " + to + " on " + WORDS.shortDate(offer.offeredAt())
                        + (answer == null
                                ? ", not answered yet"
                                : switch (answer) {
                                            case "ACCEPTED" -> ", accepted on ";
                                            case "DECLINED" -> ", declined on ";
                                            default -> ", taken back on ";
                                        }
                                        + WORDS.shortDate(offer.answeredAt())),
                answered.reason());
    }

    private static TimelineEntry happened(TrailEntry entry) {
        return new TimelineEntry(
                WORDS.moment(entry.at()),
                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                Character.toUpperCase(entry.what().charAt(0)) + entry.what().substring(1));
    }

    private List<String> whoCanSee(Enquiry enquiry) {
        return enquiry.baton() == Side.FRONT_DOOR
                ? enquiry.authority() == null
                        ? List.of("The advisers of the front door, nobody else.")
                        : List.of(
                                "The advisers of the front door.",
                                "The fostering officers of " + named(enquiry.authority())
                                        + " see what the person said; who it is, once they accept.")
                : List.of(
                        "The fostering officers of " + named(enquiry.authority()) + ".",
                        "The advisers of the front door see how far it is, not who it is.");
    }

    /** The day an enquiry was received on, for a page's title. */
    static String received(Enquiry enquiry) {
        return WORDS.shortDate(LondonTime.dayOf(enquiry.receivedAt()));
    }
}
