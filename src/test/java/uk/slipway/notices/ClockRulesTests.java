package uk.slipway.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.slipway.accounts.AccountId;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.fosteringprotocol.Told;
import uk.slipway.kernel.LondonTime;
import uk.slipway.placements.Ending;
import uk.slipway.placements.Locality;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementState;
import uk.slipway.placements.PlacementView;
import uk.slipway.placements.ReferralId;
import uk.slipway.placements.Route;
import uk.slipway.region.LocalAuthorityId;

/** The arithmetic of the regulations, over dates. */
class ClockRulesTests {

    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);
    private static final KnownDays PUBLISHED = KnownDays.published(List.of());

    private final LocalAuthorityId placing = new LocalAuthorityId(UUID.randomUUID());
    private final LocalAuthorityId fostering = new LocalAuthorityId(UUID.randomUUID());

    private PlacementView placement(
            Route route,
            Locality locality,
            LocalDate starts,
            @Nullable LocalDate planSigned,
            @Nullable LocalDate ended) {
        return placement(route, locality, starts, planSigned, ended, null);
    }

    private PlacementView placement(
            Route route,
            Locality locality,
            LocalDate starts,
            @Nullable LocalDate planSigned,
            @Nullable LocalDate ended,
            @Nullable String planFollowsBecause) {
        return new PlacementView(
                new PlacementId(UUID.randomUUID()),
                new ReferralId(UUID.randomUUID()),
                "FP-26-0001",
                "W-1",
                placing,
                fostering,
                fostering,
                route,
                locality,
                ended == null ? PlacementState.ACTIVE : PlacementState.ENDED,
                1,
                "5 to 9",
                1,
                starts.minusDays(1).atTime(9, 0).atZone(LondonTime.ZONE).toInstant(),
                null,
                starts,
                starts,
                Instant.EPOCH,
                planSigned,
                planFollowsBecause,
                ended,
                ended == null ? null : Ending.UNPLANNED,
                null,
                new AccountId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                null);
    }

    private PlacementView emergency(LocalDate starts) {
        return placement(Route.EMERGENCY, Locality.AT_A_DISTANCE, starts, null, null);
    }

    private StatutoryNotice notice(
            PlacementView of, Regulation regulation, RecipientKind kind, NoticeState state, LocalDate on) {
        return new StatutoryNotice(
                NoticeRows.newId(),
                0,
                of.id(),
                placing,
                fostering,
                regulation,
                kind,
                "Somebody",
                "somebody@example.org",
                null,
                false,
                state,
                Instant.EPOCH,
                state == NoticeState.PREPARED ? null : on,
                "Somebody",
                Instant.EPOCH,
                "words",
                null,
                null);
    }

    private List<StatutoryNotice> allTold(PlacementView of, LocalDate on) {
        return new ArrayList<>(RecipientKind.ofThePlacement(of).stream()
                .map(kind -> notice(of, Regulation.NOTIFICATION, kind, NoticeState.SENT, on))
                .toList());
    }

    private static StatutoryClock clock(List<StatutoryClock> clocks, ClockKind kind) {
        return clocks.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    private static List<StatutoryClock> clocks(
            PlacementView of, List<StatutoryNotice> notices, KnownDays days, LocalDate today) {
        return new ClockRules(of, notices, Map.of(), days, Protocol.Limits.UNSET, today).clocks();
    }

    private static String said(StatutoryClock clock, LocalDate today) {
        return clock.inWords(today, PUBLISHED.asKnownOn(today));
    }

    private static StatutoryClock.Standing standing(StatutoryClock clock, LocalDate today) {
        return clock.standing(today, PUBLISHED.asKnownOn(today));
    }

    @Test
    void anEmergencyHasFiveWorkingDaysOverChristmas() {
        var clocks = clocks(emergency(CHRISTMAS_EVE), List.of(), PUBLISHED, CHRISTMAS_EVE);
        for (var kind :
                List.of(ClockKind.PLAN, ClockKind.REVIEWING_OFFICER, ClockKind.AREA_AUTHORITY, ClockKind.OTHERS)) {
            assertThat(clock(clocks, kind).due())
                    .as(kind.inWords())
                    .isEqualTo(KnownDays.Due.on(LocalDate.of(2027, 1, 5)));
        }
        var told = clock(clocks, ClockKind.AREA_AUTHORITY);
        assertThat(said(told, LocalDate.of(2026, 12, 30))).isEqualTo("In 3 working days, Tuesday 5 January");
        assertThat(standing(told, LocalDate.of(2026, 12, 30))).isEqualTo(StatutoryClock.Standing.RUNNING);
        assertThat(standing(told, LocalDate.of(2026, 12, 31))).isEqualTo(StatutoryClock.Standing.SOON);
        assertThat(said(told, LocalDate.of(2027, 1, 5))).isEqualTo("Today, Tuesday 5 January");
        assertThat(said(told, LocalDate.of(2027, 1, 7))).isEqualTo("2 working days late, was due Tuesday 5 January");
        assertThat(standing(told, LocalDate.of(2027, 1, 6))).isEqualTo(StatutoryClock.Standing.LATE);
    }

    @Test
    void aPlannedPlacementIsToldOfBeforeItStarts() {
        var monday = LocalDate.of(2026, 12, 7);
        var planned = placement(Route.PLANNED, Locality.ADJOINING, monday, null, null);
        var clocks = clocks(planned, List.of(), PUBLISHED, LocalDate.of(2026, 12, 1));
        assertThat(clock(clocks, ClockKind.OTHERS).due()).isEqualTo(KnownDays.Due.on(monday));
        assertThat(clock(clocks, ClockKind.PLAN).due()).isEqualTo(KnownDays.Due.on(monday));
        assertThat(clock(clocks, ClockKind.PLAN).progress()).contains("9(2)");
    }

    @Test
    void aPlanThatCouldNotBeMadeBeforeFollowsWithinFiveWorkingDaysOfTheStart() {
        var planned = placement(
                Route.PLANNED, Locality.ADJOINING, CHRISTMAS_EVE, null, null, "Example: the school answers in January");
        var plan = clock(clocks(planned, List.of(), PUBLISHED, LocalDate.of(2026, 12, 1)), ClockKind.PLAN);
        assertThat(Objects.requireNonNull(plan.due()).on())
                .as("over Christmas Day, a substitute for Boxing Day and New Year's Day")
                .isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(plan.progress()).contains("regulation 9(2)", "Example: the school answers in January");
        assertThat(clock(clocks(planned, List.of(), PUBLISHED, LocalDate.of(2026, 12, 1)), ClockKind.OTHERS)
                        .due())
                .as("others are still told before")
                .isEqualTo(KnownDays.Due.on(CHRISTMAS_EVE));
    }

    @Test
    void anEmergencyNeverWaivesApproval() {
        var started = emergency(CHRISTMAS_EVE);
        var approval = clock(clocks(started, List.of(), PUBLISHED, CHRISTMAS_EVE), ClockKind.APPROVAL);
        assertThat(approval.due()).as("due by the start, no five days").isEqualTo(KnownDays.Due.on(CHRISTMAS_EVE));
        assertThat(approval.progress())
                .contains("by the Director of Children’s Services", "An emergency never waives approval.");
        assertThat(clocks(
                        placement(Route.PLANNED, Locality.IN_AREA, CHRISTMAS_EVE, null, null),
                        List.of(),
                        PUBLISHED,
                        CHRISTMAS_EVE))
                .extracting(StatutoryClock::kind)
                .as("regulation 11 is of placements out of area")
                .doesNotContain(ClockKind.APPROVAL, ClockKind.AREA_AUTHORITY);
    }

    @Test
    void aLateAnnouncedHolidayMovesOpenClocksAndSaysSo() {
        var announced = KnownDays.published(List.of(
                new KnownDays.Announced(LocalDate.of(2027, 1, 4), "Example holiday", LocalDate.of(2026, 12, 29))));
        var placement = emergency(CHRISTMAS_EVE);
        var today = LocalDate.of(2026, 12, 30);
        var open = clock(clocks(placement, List.of(), announced, today), ClockKind.AREA_AUTHORITY);
        assertThat(open.due()).isNotNull();
        assertThat(open.inWords(today, announced.asKnownOn(today))).contains("Wednesday 6 January");
        assertThat(open.moved(today))
                .isEqualTo(
                        "Moved from Tuesday 5 January because Monday 4 January became a bank holiday (Example holiday,"
                                + " announced 29 December 2026)");

        var met = clock(
                clocks(
                        placement,
                        List.of(notice(
                                placement,
                                Regulation.NOTIFICATION,
                                RecipientKind.AREA_AUTHORITY,
                                NoticeState.SENT,
                                LocalDate.of(2026, 12, 28))),
                        announced,
                        today),
                ClockKind.AREA_AUTHORITY);
        assertThat(met.moved(today)).as("met before it was announced").isEmpty();
        assertThat(met.due()).isEqualTo(KnownDays.Due.on(LocalDate.of(2027, 1, 5)));

        var elsewhere = KnownDays.published(
                List.of(new KnownDays.Announced(LocalDate.of(2026, 12, 26), "A Saturday", LocalDate.of(2026, 12, 1))));
        assertThat(clock(clocks(placement, List.of(), elsewhere, today), ClockKind.AREA_AUTHORITY)
                        .moved(today))
                .as("a holiday on a weekend moves nothing")
                .isEmpty();
    }

    @Test
    void everybodyElseIsToldOnlyWhenEachIsOrItIsRecordedWhyNot() {
        var placement = emergency(CHRISTMAS_EVE);
        var notices = allTold(placement, CHRISTMAS_EVE);
        notices.removeIf(notice -> notice.kind() == RecipientKind.PARENT);
        var today = LocalDate.of(2026, 12, 29);
        var lacking = clock(clocks(placement, notices, PUBLISHED, today), ClockKind.OTHERS);
        assertThat(lacking.metOn()).isNull();
        assertThat(lacking.progress()).contains("8 of 9 told");

        notices.add(notice(placement, Regulation.NOTIFICATION, RecipientKind.PARENT, NoticeState.PREPARED, today));
        assertThat(clock(clocks(placement, notices, PUBLISHED, today), ClockKind.OTHERS)
                        .metOn())
                .as("prepared is not sent")
                .isNull();
        notices.removeLast();

        notices.add(notice(placement, Regulation.NOTIFICATION, RecipientKind.PARENT, NoticeState.WITHHELD, today));
        var told = clock(clocks(placement, notices, PUBLISHED, today), ClockKind.OTHERS);
        assertThat(told.metOn()).isEqualTo(today);
        assertThat(standing(told, today)).isEqualTo(StatutoryClock.Standing.DONE);
        assertThat(told.progress()).contains("not acknowledged yet");

        notices.removeLast();
        notices.add(notice(
                placement,
                Regulation.NOTIFICATION,
                RecipientKind.PARENT,
                NoticeState.ON_PAPER,
                LocalDate.of(2027, 1, 6)));
        var late = clock(clocks(placement, notices, PUBLISHED, LocalDate.of(2027, 1, 8)), ClockKind.OTHERS);
        assertThat(standing(late, LocalDate.of(2027, 1, 8))).isEqualTo(StatutoryClock.Standing.DONE_LATE);
        assertThat(said(late, LocalDate.of(2027, 1, 8))).isEqualTo("Done on Wednesday 6 January, 1 working day late");
    }

    @Test
    void anEndingIsToldBeforeItOrWithinTenWorkingDaysAfter() {
        var ended = placement(
                Route.PLANNED,
                Locality.ADJOINING,
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 12, 21));
        var notices = allTold(ended, LocalDate.of(2026, 11, 1));
        var today = LocalDate.of(2026, 12, 22);
        var steps = Map.of(EndingStep.IMMEDIATE_RISK, LocalDate.of(2026, 12, 21));
        var clocks = new ClockRules(ended, notices, steps, PUBLISHED, Protocol.Limits.UNSET, today).clocks();
        assertThat(clock(clocks, ClockKind.ENDING_TOLD).due()).isEqualTo(KnownDays.Due.on(LocalDate.of(2027, 1, 7)));
        assertThat(clock(clocks, ClockKind.REVIEW).progress()).contains("14(3)");
        assertThat(standing(clock(clocks, ClockKind.REVIEW), today)).isEqualTo(StatutoryClock.Standing.DONE);
        assertThat(ClockRules.toldOfTheEnding(ended, notices))
                .contains(RecipientKind.CARER, RecipientKind.AREA_AUTHORITY, RecipientKind.SCHOOL);
        assertThat(ClockRules.toldOfTheEnding(ended, List.of()))
                .containsExactly(RecipientKind.REVIEWING_OFFICER, RecipientKind.AREA_AUTHORITY, RecipientKind.CARER);
    }

    @Test
    void anIntendedEndingIsReviewedAndToldBeforeIt() {
        var live =
                placement(Route.PLANNED, Locality.IN_AREA, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 2), null);
        var today = LocalDate.of(2026, 12, 1);
        assertThat(clocks(live, List.of(), PUBLISHED, today))
                .extracting(StatutoryClock::kind)
                .doesNotContain(ClockKind.REVIEW, ClockKind.ENDING_TOLD);
        var clocks = new ClockRules(
                        live,
                        List.of(),
                        Map.of(EndingStep.INTENDED, LocalDate.of(2026, 12, 18)),
                        PUBLISHED,
                        Protocol.Limits.UNSET,
                        today)
                .clocks();
        assertThat(clock(clocks, ClockKind.REVIEW).due()).isEqualTo(KnownDays.Due.on(LocalDate.of(2026, 12, 18)));
        assertThat(clock(clocks, ClockKind.ENDING_TOLD).due()).isEqualTo(KnownDays.Due.on(LocalDate.of(2026, 12, 18)));
    }

    @Test
    void lateOverAWeekendIsLate() {
        var friday = LocalDate.of(2026, 12, 4);
        var planned = placement(Route.PLANNED, Locality.IN_AREA, friday, null, null);
        var sunday = LocalDate.of(2026, 12, 6);
        var plan = clock(clocks(planned, List.of(), PUBLISHED, sunday), ClockKind.PLAN);
        assertThat(standing(plan, sunday)).isEqualTo(StatutoryClock.Standing.LATE);
        assertThat(said(plan, sunday)).isEqualTo("Late since the weekend or a holiday, was due Friday 4 December");
    }

    @Test
    void regulationsAreCitedWithTheirText() {
        assertThat(Regulation.NOTIFICATION.link())
                .isEqualTo("https://www.legislation.gov.uk/uksi/2010/959/regulation/13");
        assertThat(Regulation.ENDING.read())
                .isEqualTo("Read at legislation.gov.uk on 28 November 2026, as made in 2010.");
        assertThat(Regulation.NOTIFICATION.readAt()).endsWith("/regulation/13/2011-04-01");
        assertThat(Arrays.stream(ClockKind.values()).filter(kind -> !kind.isRead()))
                .as("the one paragraph that could not be read")
                .containsExactly(ClockKind.AREA_AFTER_APPROVAL);
    }

    @Test
    void howLongTheAreaAuthorityMayBeToldAfterAnEmergencyIsTheRegionsToSay() {
        var placement = emergency(CHRISTMAS_EVE);
        var unset = clock(clocks(placement, List.of(), PUBLISHED, CHRISTMAS_EVE), ClockKind.AREA_AFTER_APPROVAL);
        assertThat(unset.due()).isNull();
        assertThat(said(unset, CHRISTMAS_EVE)).isEqualTo("By when is to be set by the region");
        assertThat(standing(unset, CHRISTMAS_EVE).isOpen())
                .as("it is to be done all the same")
                .isTrue();

        var limits = new Protocol.Limits(null, null, 5, null, null);
        var set = clock(
                new ClockRules(placement, List.of(), Map.of(), PUBLISHED, limits, CHRISTMAS_EVE).clocks(),
                ClockKind.AREA_AFTER_APPROVAL);
        assertThat(set.due())
                .as("approved on 23 December, over Christmas")
                .isEqualTo(KnownDays.Due.on(LocalDate.of(2027, 1, 4)));
        assertThat(clocks(
                        placement(Route.PLANNED, Locality.AT_A_DISTANCE, CHRISTMAS_EVE, null, null),
                        List.of(),
                        PUBLISHED,
                        CHRISTMAS_EVE))
                .extracting(StatutoryClock::kind)
                .as("a planned one is told before it is approved")
                .doesNotContain(ClockKind.AREA_AFTER_APPROVAL);
    }

    @Test
    void anEndingThatTheRegulationLeavesOutAsksForNothing() {
        var ended = placement(
                Route.EMERGENCY,
                Locality.ADJOINING,
                LocalDate.of(2026, 12, 14),
                LocalDate.of(2026, 12, 14),
                LocalDate.of(2026, 12, 21));
        var today = LocalDate.of(2026, 12, 22);
        var steps = Map.of(EndingStep.LEFT_OUT, LocalDate.of(2026, 12, 21));
        var clocks = new ClockRules(ended, List.of(), steps, PUBLISHED, Protocol.Limits.UNSET, today).clocks();
        assertThat(clocks).extracting(StatutoryClock::kind).doesNotContain(ClockKind.ENDING_TOLD);
        assertThat(clock(clocks, ClockKind.REVIEW).progress()).contains("14(5)");
        assertThat(standing(clock(clocks, ClockKind.REVIEW), today).isOpen()).isFalse();
    }

    @Test
    void aClockTellsWhomTheProtocolNamesAndWhen() {
        var monday = LocalDate.of(2026, 12, 7);
        var plan = clock(
                clocks(
                        placement(Route.PLANNED, Locality.IN_AREA, monday, null, null),
                        List.of(),
                        PUBLISHED,
                        LocalDate.of(2026, 12, 1)),
                ClockKind.PLAN);
        var call = new Protocol.Call(2, Set.of(Told.DIRECTOR));
        var calendar = PUBLISHED.asKnownOn(monday);
        assertThat(plan.warns(call, LocalDate.of(2026, 12, 2), calendar)).isFalse();
        assertThat(plan.warns(call, LocalDate.of(2026, 12, 3), calendar)).isTrue();
        assertThat(plan.warns(call, monday, calendar)).as("on its day").isTrue();
        assertThat(plan.warns(null, monday, calendar)).as("nobody is named").isFalse();
        assertThat(plan.calls(call, LocalDate.of(2026, 12, 8), calendar)).isFalse();
        assertThat(plan.calls(call, LocalDate.of(2026, 12, 9), calendar)).isTrue();
        assertThat(plan.calls(null, LocalDate.of(2026, 12, 9), calendar)).isFalse();
    }
}
