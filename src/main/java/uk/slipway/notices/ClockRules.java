package uk.slipway.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.kernel.LondonTime;
import uk.slipway.placements.Locality;
import uk.slipway.placements.PlacementState;
import uk.slipway.placements.PlacementView;
import uk.slipway.web.Words;

/**
 * What the Care Planning, Placement and Case Review (England) Regulations 2010 ask for of one placement, and by when.
 * Plain arithmetic: what it is given is all it knows.
 */
final class ClockRules {

    /** Regulations 9(2) and 13(1): working days from the start. */
    static final int FROM_THE_START = 5;
    /** Regulation 14(4): working days from the ending. */
    static final int FROM_THE_ENDING = 10;

    private static final Words WORDS = new Words();

    private final PlacementView placement;
    private final List<StatutoryNotice> notices;
    private final Map<EndingStep, LocalDate> steps;
    private final KnownDays days;
    private final Protocol.Limits limits;
    private final LocalDate today;

    /** @param limits of the protocol's version that the placement was made under */
    ClockRules(
            PlacementView placement,
            Collection<StatutoryNotice> notices,
            Map<EndingStep, LocalDate> steps,
            KnownDays days,
            Protocol.Limits limits,
            LocalDate today) {
        this.placement = placement;
        this.notices = List.copyOf(notices);
        this.steps = steps;
        this.days = days;
        this.limits = limits;
        this.today = today;
    }

    /** The clocks, in the order in which the law asks. One that never started has none. */
    List<StatutoryClock> clocks() {
        if (placement.state() == PlacementState.CANCELLED) {
            return List.of();
        }
        var clocks = new ArrayList<StatutoryClock>();
        if (placement.locality().isOutOfArea()) {
            clocks.add(approval());
            if (placement.isEmergency()) {
                clocks.add(areaAfterApproval());
            }
        }
        clocks.add(told(ClockKind.REVIEWING_OFFICER, EnumSet.of(RecipientKind.REVIEWING_OFFICER)));
        if (placement.locality().isOutOfArea()) {
            clocks.add(told(ClockKind.AREA_AUTHORITY, EnumSet.of(RecipientKind.AREA_AUTHORITY)));
        }
        var others = new LinkedHashSet<>(RecipientKind.ofThePlacement(placement));
        others.remove(RecipientKind.REVIEWING_OFFICER);
        others.remove(RecipientKind.AREA_AUTHORITY);
        clocks.add(told(ClockKind.OTHERS, others));
        clocks.add(plan());
        clocks.addAll(ending());
        return clocks;
    }

    /** By when a notice under regulation 13 is due, as counted on a day. */
    KnownDays.Due noticesDue(LocalDate countedOn) {
        return placement.isEmergency() ? days.after(start(), FROM_THE_START, countedOn) : KnownDays.Due.on(start());
    }

    /** By when a notice under regulation 14 is due, as counted on a day; null while no ending is in sight. */
    KnownDays.@Nullable Due endingNoticesDue(LocalDate countedOn) {
        if (placement.endedOn() != null) {
            return days.after(placement.endedOn(), FROM_THE_ENDING, countedOn);
        }
        var intended = steps.get(EndingStep.INTENDED);
        return intended == null ? null : KnownDays.Due.on(intended);
    }

    /** Whom regulation 14 names: whoever was told of the placement, the reviewing officer, the carer, the area authority. */
    static Set<RecipientKind> toldOfTheEnding(PlacementView placement, Collection<StatutoryNotice> notices) {
        var kinds = new LinkedHashSet<RecipientKind>();
        kinds.add(RecipientKind.REVIEWING_OFFICER);
        if (placement.locality().isOutOfArea()) {
            kinds.add(RecipientKind.AREA_AUTHORITY);
        }
        notices.stream()
                .filter(notice -> notice.regulation() == Regulation.NOTIFICATION
                        && notice.state().isGiven())
                .map(StatutoryNotice::kind)
                .sorted(Comparator.naturalOrder())
                .forEach(kinds::add);
        kinds.add(RecipientKind.CARER);
        return kinds;
    }

    private LocalDate start() {
        return placement.startedOn() == null ? placement.startsOn() : placement.startedOn();
    }

    private StatutoryClock plan() {
        var signed = placement.planSignedOn();
        var counted = signed == null ? today : signed;
        var due = placement.planMayFollow() ? days.after(start(), FROM_THE_START, counted) : KnownDays.Due.on(start());
        return new StatutoryClock(
                ClockKind.PLAN,
                start(),
                due,
                signed,
                signed == null
                        ? placement.planMayFollow()
                                ? placement.planFollowsBecause() == null
                                        ? "Not signed yet. In an emergency: within five working days of the start."
                                        : "Not signed yet. Before the placement it was not reasonably practicable ("
                                                + placement.planFollowsBecause()
                                                + "), so it is due within five working days of the start"
                                                + " (regulation 9(2))."
                                : "Not signed yet. It is due before the placement is made; where that is not reasonably"
                                        + " practicable, within five working days of the start (regulation 9(2))."
                        : "Signed by the foster carer.");
    }

    private StatutoryClock approval() {
        var approved = LondonTime.dayOf(placement.approvedAt());
        var who = placement.locality() == Locality.AT_A_DISTANCE
                ? "by the Director of Children’s Services, because the home is at a distance"
                : "by the nominated officer";
        var told = placement.areaToldOn();
        return new StatutoryClock(
                ClockKind.APPROVAL,
                approved,
                KnownDays.Due.on(start()),
                approved,
                "Approved " + who + "."
                        + (told == null || placement.isEmergency()
                                ? ""
                                : placement.locality() == Locality.AT_A_DISTANCE
                                        ? " The area authority was consulted on " + WORDS.shortDate(told) + "."
                                        : " The area authority was notified on " + WORDS.shortDate(told) + ".")
                        + (placement.isEmergency() ? " An emergency never waives approval." : ""));
    }

    /** The one clock whose length the region sets, because the paragraph that says it could not be read. */
    private StatutoryClock areaAfterApproval() {
        var approved = LondonTime.dayOf(placement.approvedAt());
        var told = placement.areaToldOn();
        var within = limits.emergencyAreaDays();
        var what = placement.locality() == Locality.AT_A_DISTANCE ? "consulted" : "notified";
        return new StatutoryClock(
                ClockKind.AREA_AFTER_APPROVAL,
                approved,
                within == null ? null : days.after(approved, within, told == null ? today : told),
                told,
                told == null
                        ? "Not " + what + " yet. In an emergency it may follow the approval"
                                + (within == null ? "; within how many working days is to be set by the region." : ".")
                                + " Record it on the placement’s page."
                        : (placement.locality() == Locality.AT_A_DISTANCE ? "Consulted" : "Notified") + " on "
                                + WORDS.shortDate(told) + ".");
    }

    private StatutoryClock told(ClockKind kind, Set<RecipientKind> asked) {
        return told(kind, asked, Regulation.NOTIFICATION, start());
    }

    private StatutoryClock told(ClockKind kind, Set<RecipientKind> asked, Regulation regulation, LocalDate from) {
        int settled = 0;
        LocalDate last = null;
        int waiting = 0;
        for (var recipient : asked) {
            var theirs = notices.stream()
                    .filter(notice -> notice.regulation() == regulation && notice.kind() == recipient)
                    .toList();
            boolean all =
                    !theirs.isEmpty() && theirs.stream().allMatch(notice -> notice.state() != NoticeState.PREPARED);
            if (all) {
                settled++;
                for (var notice : theirs) {
                    var on = notice.settledOn();
                    last = on != null && (last == null || on.isAfter(last)) ? on : last;
                }
            }
            waiting += (int) theirs.stream()
                    .filter(notice -> notice.state() == NoticeState.SENT && notice.acknowledgedAt() == null)
                    .count();
        }
        var metOn = settled == asked.size() ? last : null;
        var counted = metOn == null ? today : metOn;
        var due = regulation == Regulation.ENDING ? endingNoticesDue(counted) : noticesDue(counted);
        if (regulation == Regulation.ENDING
                && metOn != null
                && placement.endedOn() != null
                && !metOn.isAfter(placement.endedOn())) {
            due = KnownDays.Due.on(placement.endedOn());
        }
        boolean late = regulation == Regulation.ENDING && placement.endedOn() != null && metOn == null;
        return new StatutoryClock(
                kind,
                from,
                due,
                metOn,
                progress(asked.size(), settled, waiting)
                        + (late
                                ? " Whom it was not reasonably practicable to tell before the ending is told within ten"
                                        + " working days of it (regulation 14(4))."
                                : ""));
    }

    private static String progress(int asked, int settled, int waiting) {
        var words = asked == 1
                ? settled == 1 ? "Told." : "Not told yet."
                : settled == asked
                        ? "All " + asked + " are told, or it is recorded why not."
                        : settled + " of " + asked + " told, or recorded why not.";
        return words
                + (waiting == 0
                        ? ""
                        : " " + WORDS.count(waiting, "notice is", "notices are") + " not acknowledged yet.");
    }

    private List<StatutoryClock> ending() {
        var ended = placement.endedOn();
        var intended = steps.get(EndingStep.INTENDED);
        if (ended == null && intended == null) {
            return List.of();
        }
        var last = Objects.requireNonNull(ended == null ? intended : ended);
        var leftOut = steps.get(EndingStep.LEFT_OUT);
        if (leftOut != null) {
            return List.of(new StatutoryClock(
                    ClockKind.REVIEW, last, null, leftOut, "Not asked for: regulation 14(5) leaves this ending out."));
        }
        var clocks = new ArrayList<StatutoryClock>();
        var reviewed = steps.get(EndingStep.REVIEWED);
        var risk = steps.get(EndingStep.IMMEDIATE_RISK);
        if (risk == null) {
            clocks.add(new StatutoryClock(
                    ClockKind.REVIEW,
                    last,
                    KnownDays.Due.on(last),
                    reviewed,
                    reviewed == null ? "No review is recorded yet." : "Reviewed."));
        } else {
            clocks.add(new StatutoryClock(
                    ClockKind.REVIEW,
                    last,
                    null,
                    risk,
                    "Not waited for: there was an immediate risk (regulation 14(3))."));
        }
        clocks.add(told(ClockKind.ENDING_TOLD, toldOfTheEnding(placement, notices), Regulation.ENDING, last));
        return clocks;
    }
}
