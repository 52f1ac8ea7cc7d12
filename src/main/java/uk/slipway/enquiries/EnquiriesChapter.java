package uk.slipway.enquiries;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.enquiries.FrontDoor.Campaign;
import uk.slipway.enquiries.FrontDoor.Participation;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthority;

/**
 * Nearly a year and a half of an example front door: two campaigns, some hundred people who are made up, and a handful whose
 * enquiries stand where each thing can be seen. What is late or declined goes to the two fictitious authorities.
 */
@Component
@Profile("demonstration")
class EnquiriesChapter implements Chapter {

    private static final String ADVISER = "adviser@region.example";
    private static final int MONTHS = 17;

    private static final List<String> NAMES = List.of(
            "Ada", "Bashir", "Cath", "Dev", "Erin", "Femi", "Gwen", "Hassan", "Iris", "Jo", "Kofi", "Lena", "Mo",
            "Nell", "Omar", "Pat", "Rosa");
    private static final List<String> SURNAMES = List.of(
            "Example",
            "Sample",
            "Specimen",
            "Placeholder",
            "Trial",
            "Pattern",
            "Model",
            "Draft",
            "Sketch",
            "Instance",
            "Outline");

    private final KeepFrontDoor keep;
    private final FrontDoorRows doors;
    private final PastEnquiries past;
    private final Enquire enquire;
    private final WorkOnEnquiry work;
    private final HandOver handOver;
    private final ShowEnquiries show;
    private final Clock clock;
    private int people;

    EnquiriesChapter(
            KeepFrontDoor keep,
            FrontDoorRows doors,
            PastEnquiries past,
            Enquire enquire,
            WorkOnEnquiry work,
            HandOver handOver,
            ShowEnquiries show,
            Clock clock) {
        this.keep = keep;
        this.doors = doors;
        this.past = past;
        this.enquire = enquire;
        this.work = work;
        this.handOver = handOver;
        this.show = show;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.COMMITMENTS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (!year.isThisYear()) {
            return;
        }
        var opens = year.today().minusMonths(MONTHS);
        var campaigns = new ArrayList<UUID>();
        stage.scene(opens, ADVISER, adviser -> {
            setUp(adviser, stage, year, opens);
            campaigns.add(campaign(
                    adviser,
                    "you-can-foster",
                    "Example: You Can Foster",
                    "Example: local radio, buses, events",
                    opens.plusDays(20),
                    opens.plusMonths(5),
                    "18000"));
            campaigns.add(campaign(
                    adviser,
                    "room-for-one-more",
                    "Example: Room for one more",
                    "Example: online",
                    year.today().minusMonths(7),
                    null,
                    "6500"));
        });
        stage.scene(year.day(-1), ADVISER, adviser -> putPastIn(adviser, stage, year, opens, campaigns));
        today(stage, year);
    }

    private void setUp(Viewer adviser, Stage stage, StagedYear year, LocalDate opens) {
        keep.set(
                adviser,
                new FrontDoor(
                        adviser.organisation(),
                        Objects.requireNonNull(adviser.region()),
                        -1,
                        "Example Fostering Front Door",
                        "0161 496 0000",
                        "example: Monday to Friday, 9am to 5pm",
                        false,
                        180,
                        365,
                        90,
                        30,
                        Map.of(
                                EnquiryStage.ENQUIRY, 2,
                                EnquiryStage.CONTACTED, 10,
                                EnquiryStage.INFORMATION, 20,
                                EnquiryStage.INITIAL_VISIT, 30,
                                EnquiryStage.APPLICATION, 20,
                                EnquiryStage.STAGE_1, 60,
                                EnquiryStage.STAGE_2, 90)));
        keep.publish(adviser, """
            ## Who we are

            Example text: this front door is part of a demonstration. Do not send anything real.

            ## What we keep and why

            Example text: what you tell us, to answer you and to pass your enquiry to the council you choose.

            ## How long

            Example text: 180 days after you go no further.
            """);
        keep.enter(
                adviser,
                Uuid7.next(),
                FrontDoor.Measure.APPLICATIONS,
                new BigDecimal("20"),
                "Example of another front door",
                "made up for the demonstration");
        var authorities = new ArrayList<>(stage.real(year));
        authorities.removeIf(authority ->
                authority.name().startsWith("W") && !authority.name().startsWith("Wi"));
        authorities.addAll(stage.fictitious(year));
        for (var authority : authorities) {
            keep.participates(adviser, authority.gssCode(), new Participation(authority.id(), -1, opens, null, null));
        }
    }

    private UUID campaign(
            Viewer adviser,
            String code,
            String name,
            String channel,
            LocalDate starts,
            @Nullable LocalDate ends,
            String cost) {
        var id = Uuid7.next();
        keep.save(
                adviser,
                new Campaign(id, -1, adviser.organisation(), code, name, channel, starts, ends, new BigDecimal(cost)));
        return id;
    }

    /** The same every time it is loaded: the dice have a seed. */
    private void putPastIn(Viewer adviser, Stage stage, StagedYear year, LocalDate opens, List<UUID> campaigns) {
        var door = doors.of(adviser.organisation()).orElseThrow();
        var notice = doors.notices(adviser.organisation()).getFirst().id();
        var dice = new Random(7);
        var taking = enquire.own(adviser).participating();
        var all = new ArrayList<PastEnquiries.Past>();
        var end = year.today().minusDays(12);
        int place = 0;
        for (var day = opens.plusDays(2); day.isBefore(end); day = day.plusDays(1)) {
            int monthIn = (int) ChronoUnit.MONTHS.between(opens, day);
            int often = monthIn < 6 ? 9 : monthIn < 11 ? 6 : 11;
            if (dice.nextInt(12) < often) {
                var campaign = dice.nextInt(10) < 4
                        ? monthIn < 5 ? campaigns.get(0) : monthIn > 10 ? campaigns.get(1) : null
                        : null;
                all.add(one(dice, door, taking.get(place++ % taking.size()), day, year.today(), campaign));
            }
        }
        past.putIn(door, notice, all, clock.instant());
    }

    private static final int[] GOES_ON = {92, 88, 58, 58, 92, 80, 88, 98, 97};
    private static final int[] AT_LEAST = {1, 2, 7, 7, 4, 25, 35, 3, 2};
    private static final int[] MORE = {2, 6, 12, 20, 9, 25, 40, 5, 4};

    private PastEnquiries.Past one(
            Random dice,
            FrontDoor door,
            LocalAuthority authority,
            LocalDate received,
            LocalDate today,
            @Nullable UUID campaign) {
        var entered = new LinkedHashMap<EnquiryStage, LocalDate>();
        entered.put(EnquiryStage.ENQUIRY, received);
        var day = received;
        ExitReason exit = null;
        LocalDate exitedOn = null;
        for (var stage : EnquiryStage.values()) {
            if (stage == EnquiryStage.APPROVED) {
                break;
            }
            int at = stage.ordinal();
            var next = day.plusDays(AT_LEAST[at] + dice.nextInt(MORE[at]));
            boolean goesOn = dice.nextInt(100) < GOES_ON[at];
            if (next.isAfter(today.minusDays(2))) {
                break;
            }
            if (!goesOn) {
                exit = ExitReason.values()[Math.max(0, dice.nextInt(9) - 4)];
                exitedOn = next;
                break;
            }
            day = next;
            entered.put(stage.later().getFirst(), day);
        }
        var last = entered.lastEntry();
        boolean open = exit == null && last.getKey() != EnquiryStage.APPROVED;
        var due = door.due(last.getKey(), last.getValue());
        if (open && !authority.fictitious() && due != null && due.isBefore(today.plusDays(3))) {
            entered.put(last.getKey(), today.minusDays(1));
        }
        boolean erased = exit == ExitReason.ON_HOLD
                ? exitedOn != null && exitedOn.isBefore(today.minusDays(365))
                : exit != null
                        ? exitedOn != null && exitedOn.isBefore(today.minusDays(180))
                        : !open && last.getValue().isBefore(today.minusDays(90));
        return new PastEnquiries.Past(
                authority.id(),
                campaign,
                dice.nextInt(4) == 0 ? Channel.TELEPHONE : Channel.FORM,
                entered,
                exit,
                exitedOn,
                erased ? null : person(null),
                erased ? null : "FE-" + letters(dice) + "-" + letters(dice));
    }

    private static String letters(Random dice) {
        var letters = new StringBuilder();
        for (int at = 0; at < 4; at++) {
            letters.append(Enquire.ALPHABET.charAt(dice.nextInt(Enquire.ALPHABET.length())));
        }
        return letters.toString();
    }

    /** Somebody whose name says that there is nobody of it. */
    private Person person(@Nullable String words) {
        int at = people++;
        var first = NAMES.get(at % NAMES.size());
        return new Person(
                first + " " + SURNAMES.get(at % SURNAMES.size()),
                first.toLowerCase(Locale.ROOT) + at + "@enquirer.example",
                "01632 960%03d".formatted(at % 1000),
                at % 3 == 0 ? "EMAIL" : "PHONE",
                null,
                null,
                "yes",
                at % 4 == 0 ? "unsure" : "yes",
                null,
                null,
                List.of(Person.AGES.get(at % Person.AGES.size())),
                "NONE",
                words);
    }

    /** Where each thing can be seen: new, late, held apart, offered, declined, taken, come back. */
    private void today(Stage stage, StagedYear year) {
        var bolton = stage.real(year).stream()
                .filter(authority -> authority.name().equals("Bolton"))
                .findFirst()
                .orElseThrow();
        var fictitious = stage.fictitious(year);
        var fresh = person("Example question: we have two grown-up children. Could we foster a teenager?");
        var returning = new Person(
                fresh.name(),
                fresh.email(),
                null,
                "EMAIL",
                null,
                null,
                "yes",
                "yes",
                null,
                null,
                List.of(),
                "APPLIED",
                null);
        asks(stage, year.day(-30), fresh, bolton, "room-for-one-more", false);
        asks(stage, year.day(-1), returning, bolton, null, false);
        asks(stage, year.day(-1), person(null), null, "room-for-one-more", false);
        asks(stage, year.day(-1), person("Example of what a program sends"), null, null, true);
        var late = person("Example question: I would rather be called in the evening.");
        asks(stage, year.day(-9), late, fictitious.getFirst(), null, false);
        var offered = person("Example: we saw the poster on the bus.");
        asks(stage, year.day(-4), offered, bolton, "room-for-one-more", false);
        var taken = person("Example: I have looked after my nephew for a year.");
        asks(stage, year.day(-20), taken, bolton, null, false);
        var declined = person("Example: we live near the border of two authorities.");
        asks(stage, year.day(-14), declined, fictitious.getLast(), null, false);
        stage.scene(year.day(-13), ADVISER, adviser -> {
            contact(adviser, declined);
            offer(adviser, declined, fictitious.getLast());
        });
        stage.scene(year.day(-12), Stage.email("fostering", fictitious.getLast()), officer -> {
            var id = offeredTo(officer);
            var offer = show.one(officer, id).offers().getFirst().offer();
            handOver.decline(officer, id, offer.id(), "Example reason: the person lives over the border.");
        });
        stage.scene(year.day(-29), ADVISER, adviser -> {
            var id = contact(adviser, fresh);
            work.leave(adviser, id, show.one(adviser, id).enquiry().version(), ExitReason.WITHDREW, year.day(-29));
        });
        stage.scene(year.day(-18), ADVISER, adviser -> {
            var id = contact(adviser, taken);
            work.note(adviser, id, Uuid7.next(), "Example note: spoke for twenty minutes, wants to go on.");
            offer(adviser, taken, bolton);
        });
        stage.scene(year.day(-16), Stage.email("fostering", bolton), officer -> {
            var id = offeredTo(officer);
            var offer = show.one(officer, id).offers().getFirst().offer();
            handOver.accept(officer, id, offer.id());
            work.moveOn(
                    officer, id, show.one(officer, id).enquiry().version(), EnquiryStage.INITIAL_VISIT, year.day(-16));
            work.plan(officer, id, show.one(officer, id).enquiry().version(), NextAction.WRITE, year.day(6));
        });
        stage.scene(year.day(-3), ADVISER, adviser -> {
            contact(adviser, offered);
            offer(adviser, offered, bolton);
        });
    }

    private void asks(
            Stage stage,
            LocalDate day,
            Person person,
            @Nullable LocalAuthority lives,
            @Nullable String code,
            boolean trapped) {
        stage.backstage(day, () -> {
            var id = Uuid7.next();
            enquire.send(
                    enquire.door(code, null).orElseThrow(),
                    new Enquire.Asked(person, lives == null ? null : lives.id(), null),
                    new FormKey.Read(
                            ByteBuffer.allocate(16)
                                    .putLong(id.getMostSignificantBits())
                                    .putLong(id.getLeastSignificantBits())
                                    .array(),
                            clock.instant().minusSeconds(120)),
                    trapped,
                    "the demonstration " + people);
        });
    }

    private UUID contact(Viewer adviser, Person person) {
        var id = find(adviser, person);
        work.moveOn(
                adviser,
                id,
                show.one(adviser, id).enquiry().version(),
                EnquiryStage.CONTACTED,
                LondonTime.today(clock));
        return id;
    }

    private void offer(Viewer adviser, Person person, LocalAuthority authority) {
        var id = find(adviser, person);
        handOver.offer(adviser, id, show.one(adviser, id).enquiry().version(), authority.id());
    }

    private UUID find(Viewer viewer, Person person) {
        return show
                .board(
                        viewer,
                        new EnquiryRows.Filter(
                                "open", null, null, null, null, show.nameHashes(person.name()), null, null, null))
                .lines()
                .stream()
                .map(ShowEnquiries.Line::enquiry)
                .filter(enquiry ->
                        show.person(viewer, enquiry.id()).filter(person::equals).isPresent())
                .map(Enquiry::id)
                .findFirst()
                .orElseThrow();
    }

    private UUID offeredTo(Viewer officer) {
        return show.board(
                        officer, new EnquiryRows.Filter("offered", null, null, null, null, List.of(), null, null, null))
                .lines()
                .getFirst()
                .enquiry()
                .id();
    }
}
