package uk.slipway.placements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthority;
import uk.slipway.vacancies.AgeBand;
import uk.slipway.vacancies.PlacementType;
import uk.slipway.vacancies.Skill;

/**
 * Made-up children. Real authorities refer, offer and place on time; what is declined, withdrawn, late or ends unplanned
 * belongs to Exampleton and Sampleford.
 */
@Component
@Profile("demonstration")
@Order(20)
class PlacementsChapter implements Chapter {

    private static final String EXAMPLE = "Example words: made up for the demonstration.";
    private static final String SEARCHED =
            "Example: two of our own homes were asked. Neither has room before the child has to move.";
    private static final String MATCHES =
            "Example: the carers have looked after children of this age who were harmed, and live near the school.";
    private static final String PACKAGE =
            "Example: a visit every week at first, a support group, and two nights of short breaks a month.";
    private static final String PROPOSED =
            "Example: it is the nearest home, and the child can stay at the same school and see the grandparents.";
    private static final String SUITABLE =
            "Example: it meets the needs in the care plan best of the homes offered. The child has met the carers.";
    private static final String CONSENTED = "Example: we have spoken with the carers, who would like to go ahead.";
    private static final WeeklyCost COST = new WeeklyCost(
            new BigDecimal("100.00"), new BigDecimal("100.00"), new BigDecimal("50.00"), new BigDecimal("25.00"));

    private final WriteReferral write;
    private final DecideOnOffers decide;
    private final RunPlacement run;
    private final NominatedOfficers nominated;
    private final ReadFostering read;

    PlacementsChapter(
            WriteReferral write,
            DecideOnOffers decide,
            RunPlacement run,
            NominatedOfficers nominated,
            ReadFostering read) {
        this.write = write;
        this.decide = decide;
        this.run = run;
        this.nominated = nominated;
        this.read = read;
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
        var real = stage.real(year);
        var bolton = named(real, "Bolton");
        var bury = named(real, "Bury");
        var wigan = named(real, "Wigan");
        var salford = named(real, "Salford");
        stage.scene(
                year.day(-58),
                Stage.email("director", bolton),
                director -> nominated
                        .candidates(director)
                        .forEach(person -> nominated.name(
                                director, person.account().value().toString())));
        long after = real.stream().takeWhile(one -> !one.equals(salford)).count();
        for (int i = 0; i < 6; i++) {
            var placing = real.get((int) (after + 1 + i) % real.size());
            // Nobody twice: a home with another's child in it would need that authority's consent first.
            var fostering = real.get((int) (after + 7 + i) % real.size());
            var placement = placed(stage, year, placing, fostering, Route.PLANNED, -50);
            agreed(stage, year, placing, fostering, placement, -44);
            started(stage, year, placing, placement, -40);
            if (i < 5) {
                var ending = placing;
                stage.scene(
                        year.day(-8),
                        Stage.email("social-worker", placing),
                        worker -> run.end(
                                worker,
                                placement,
                                year.day(-8),
                                Ending.PLANNED,
                                Reason.RETURNED_HOME,
                                "Example words of " + ending.name()));
            }
        }
        var active = placed(stage, year, bolton, bury, Route.PLANNED, -45);
        agreed(stage, year, bolton, bury, active, -40);
        started(stage, year, bolton, active, -36);
        placed(stage, year, bolton, salford, Route.PLANNED, -6);
        var waiting = circulated(stage, year, bolton, Route.PLANNED, -5);
        offered(stage, year, wigan, waiting, -4);
        offered(stage, year, bury, waiting, -4);
        stage.scene(
                year.day(-4),
                Stage.email("fostering", salford),
                officer -> read.home(officer).referrals().stream()
                        .filter(one -> one.id().equals(waiting))
                        .forEach(one -> decide.noHome(officer, one.id(), Reason.NO_HOME_FREE)));
        var proposed = circulated(stage, year, bolton, Route.PLANNED, -5);
        proposed(stage, year, bolton, wigan, proposed, offered(stage, year, wigan, proposed, -4), -3, true);
        var asked = circulated(stage, year, wigan, Route.PLANNED, -5);
        proposed(stage, year, wigan, bolton, asked, offered(stage, year, bolton, asked, -4), -3, false);
        circulated(stage, year, bury, Route.PLANNED, -3);
        stage.scene(year.day(-2), Stage.email("social-worker", bolton), worker -> {
            var id = new ReferralId(Uuid7.next());
            begin(worker, id, Route.PLANNED, year.day(20), bolton);
            write.write(worker, id, ReferralSection.BACKGROUND, 0, words(ReferralSection.BACKGROUND));
        });
        var fictitious = stage.fictitious(year);
        if (fictitious.size() > 1) {
            troubled(stage, year, fictitious.get(0), fictitious.get(1), wigan);
        }
    }

    private void troubled(
            Stage stage, StagedYear year, LocalAuthority exampleton, LocalAuthority sampleford, LocalAuthority wigan) {
        var emergency = placed(stage, year, exampleton, sampleford, Route.EMERGENCY, -25);
        stage.scene(
                year.day(-24),
                Stage.email("social-worker", exampleton),
                worker -> run.start(worker, emergency, year.day(-24)));
        stage.scene(
                year.day(-10),
                Stage.email("social-worker", exampleton),
                worker -> run.end(worker, emergency, year.day(-10), Ending.UNPLANNED, Reason.CARERS_ASKED, EXAMPLE));
        for (int i = 0; i < 6; i++) {
            var placing = i % 2 == 0 ? exampleton : sampleford;
            var id = circulated(stage, year, placing, Route.PLANNED, -30 + i);
            int rate = 900 + 20 * i;
            stage.scene(
                    year.day(-20 + i),
                    Stage.email("social-worker", placing),
                    worker -> write.agency(worker, id, BigDecimal.valueOf(rate).setScale(2)));
        }
        var declined = circulated(stage, year, exampleton, Route.PLANNED, -6);
        var offer = offered(stage, year, sampleford, declined, -5);
        stage.scene(
                year.day(-4),
                Stage.email("social-worker", exampleton),
                worker -> decide.decline(worker, offer, 0, Reason.CHILDS_WISHES, EXAMPLE));
        var distant = placed(stage, year, exampleton, wigan, Route.EMERGENCY, -4);
        stage.scene(
                year.day(-3),
                Stage.email("social-worker", exampleton),
                worker -> run.start(worker, distant, year.day(-3)));
    }

    private static LocalAuthority named(List<LocalAuthority> authorities, String name) {
        return authorities.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What a referral says, under each of its headings. */
    private static String words(ReferralSection section) {
        return "Example: "
                + switch (section) {
                    case BACKGROUND ->
                        "the child has lived with relatives since the spring, who can no longer care for them. The"
                                + " court has made a care order.";
                    case RISKS ->
                        "wakes at night and looks for an adult. Has run from a room when voices were raised; never from"
                                + " the home.";
                    case EDUCATION ->
                        "goes to a mainstream school, half an hour by bus at most, and reads well above their age.";
                    case HEALTH -> "mild asthma, with an inhaler. Immunisations are up to date.";
                    case INTERESTS -> "drawing, football, anything with dogs in it. A good day ends with a story.";
                    case IDENTITY ->
                        "speaks English and some Polish with the grandparents, and likes to go to church with them.";
                    case FAMILY_TIME ->
                        "once a week with the grandparents at a family centre. Nobody should travel for more than an"
                                + " hour.";
                    case SKILLS -> "patience at bedtime, and experience with children who have been frightened.";
                    case REQUIREMENTS ->
                        "a visit in the first week, and help for the carers to get to know the school.";
                };
    }

    private void begin(Viewer worker, ReferralId id, Route route, LocalDate neededBy, LocalAuthority home) {
        boolean even = neededBy.toEpochDay() % 2 == 0;
        write.begin(
                worker,
                id,
                new Needs(
                        route,
                        home.id(),
                        List.of(even ? AgeBand.AGE_5_TO_9 : AgeBand.AGE_1_TO_4),
                        even ? Needs.Gender.GIRL : Needs.Gender.BOY,
                        Needs.LegalStatus.CARE_ORDER,
                        PlacementType.SHORT_TERM,
                        neededBy,
                        Needs.Duration.MONTHS,
                        false,
                        false,
                        List.of(Skill.TRAUMA),
                        List.of(),
                        List.of()),
                write.socialWorkers(worker).getFirst().account(),
                write.reviewingOfficers(worker).getFirst().account(),
                null);
    }

    private ReferralId circulated(Stage stage, StagedYear year, LocalAuthority placing, Route route, int day) {
        var id = new ReferralId(Uuid7.next());
        stage.scene(year.day(day), Stage.email("social-worker", placing), worker -> {
            begin(worker, id, route, year.day(day + 14), placing);
            for (var section : ReferralSection.values()) {
                write.write(worker, id, section, 0, words(section));
            }
            write.search(
                    worker, id, 0, new Referral.Search(year.day(day), Referral.Search.Outcome.NONE_FREE, SEARCHED));
            var weights = new EnumMap<Criterion, Integer>(Criterion.class);
            for (var criterion : Criterion.values()) {
                weights.put(criterion, criterion == Criterion.CLOSENESS ? 5 : 2);
            }
            write.weigh(worker, id, 1, weights);
            write.circulate(worker, id, 2);
        });
        return id;
    }

    private OfferId offered(Stage stage, StagedYear year, LocalAuthority fostering, ReferralId referral, int day) {
        var id = new OfferId(Uuid7.next());
        stage.scene(year.day(day), Stage.email("fostering", fostering), officer -> {
            var home = decide.matches(officer, referral).matches().stream()
                    .filter(Match::isPossible)
                    .findFirst()
                    .orElseThrow();
            decide.offer(
                    officer,
                    id,
                    referral,
                    home.vacancy().id(),
                    officer.account(),
                    new Offer.Content(year.day(day + 6), COST, PACKAGE, MATCHES, ""));
        });
        return id;
    }

    private void proposed(
            Stage stage,
            StagedYear year,
            LocalAuthority placing,
            LocalAuthority fostering,
            ReferralId referral,
            OfferId offer,
            int day,
            boolean consented) {
        stage.scene(
                year.day(day),
                Stage.email("social-worker", placing),
                worker -> decide.propose(worker, offer, 0, PROPOSED));
        if (consented) {
            stage.scene(
                    year.day(day),
                    Stage.email("fostering", fostering),
                    officer -> read.home(officer).consents().stream()
                            .filter(one -> one.offer().equals(offer))
                            .forEach(one -> decide.consent(officer, one.id(), true, CONSENTED)));
        }
    }

    private PlacementId placed(
            Stage stage, StagedYear year, LocalAuthority placing, LocalAuthority fostering, Route route, int day) {
        var referral = circulated(stage, year, placing, route, day);
        var offer = offered(stage, year, fostering, referral, day + 1);
        proposed(stage, year, placing, fostering, referral, offer, day + 1, true);
        var placement = new PlacementId[1];
        stage.scene(
                year.day(day + 1),
                Stage.email("director", placing),
                director -> placement[0] =
                        decide.approve(director, offer, 1, SUITABLE, route == Route.PLANNED ? year.day(day) : null));
        return placement[0];
    }

    private void agreed(
            Stage stage, StagedYear year, LocalAuthority placing, LocalAuthority fostering, PlacementId id, int day) {
        stage.scene(year.day(day), Stage.email("fostering", fostering), officer -> {
            Map<DelegatedMatter, PlacementRows.Matter> matters = new EnumMap<>(DelegatedMatter.class);
            Arrays.stream(DelegatedMatter.values())
                    .forEach(matter -> matters.put(
                            matter,
                            matter == DelegatedMatter.ABROAD
                                    ? new PlacementRows.Matter(
                                            DelegatedMatter.Decides.PLACING_AUTHORITY, "Example reason: a care order.")
                                    : new PlacementRows.Matter(DelegatedMatter.Decides.CARER, "")));
            run.delegate(officer, id, 0, matters);
            run.sign(officer, id, 1);
        });
        stage.scene(year.day(day), Stage.email("director", placing), director -> run.sign(director, id, 2));
    }

    private void started(Stage stage, StagedYear year, LocalAuthority placing, PlacementId id, int day) {
        stage.scene(year.day(day), Stage.email("social-worker", placing), worker -> {
            run.planSigned(worker, id, year.day(day));
            run.start(worker, id, year.day(day));
        });
    }
}
