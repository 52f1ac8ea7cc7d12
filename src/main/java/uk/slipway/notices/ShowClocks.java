package uk.slipway.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.WorkingCalendar;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementView;
import uk.slipway.placements.SeenPlacements;
import uk.slipway.web.NotFound;

/** The clocks of one placement, and of all that a viewer may see. Five statements for a list, whatever it holds. */
@UseCase(readOnly = true)
class ShowClocks {

    private final SeenPlacements placements;
    private final NoticeRows notices;
    private final ClockRows rows;
    private final ClockLimits limits;
    private final Clock clock;

    ShowClocks(SeenPlacements placements, NoticeRows notices, ClockRows rows, ClockLimits limits, Clock clock) {
        this.placements = placements;
        this.notices = notices;
        this.rows = rows;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A placement with its clocks, as counted on a day.
     *
     * @param limits of the protocol's version that it was made under
     */
    record Counted(
            PlacementView placement,
            List<StatutoryClock> clocks,
            Protocol.Limits limits,
            LocalDate today,
            WorkingCalendar calendar) {

        List<StatutoryClock> open() {
            return clocks.stream()
                    .filter(each -> each.standing(today, calendar).isOpen())
                    .toList();
        }

        boolean isLate() {
            return clocks.stream().anyMatch(each -> each.standing(today, calendar) == StatutoryClock.Standing.LATE);
        }

        /** The day of the clock that runs out first, or the end of time where none runs. */
        LocalDate next() {
            return open().stream()
                    .map(StatutoryClock::due)
                    .filter(Objects::nonNull)
                    .map(KnownDays.Due::on)
                    .min(Comparator.naturalOrder())
                    .orElse(LocalDate.MAX);
        }
    }

    /** The clocks of one placement with what they go by. */
    record Strip(
            Counted counted,
            List<StatutoryNotice> notices,
            List<ClockRows.Recorded> steps,
            Map<Regulation, ClockRows.Checked> checks,
            List<String> calls,
            KnownDays days) {}

    public Strip of(Viewer viewer, PlacementId id) {
        var placement = placements.find(viewer, id).orElseThrow(NotFound::new);
        var days = rows.days();
        var ours = notices.of(id);
        var steps = rows.steps(id);
        var today = today();
        var promised = limits.all().of(placement);
        var rules = new ClockRules(
                placement,
                ours,
                steps.stream().collect(Collectors.toMap(ClockRows.Recorded::step, ClockRows.Recorded::on)),
                days,
                promised,
                today);
        return new Strip(
                new Counted(placement, rules.clocks(), promised, today, days.asKnownOn(today)),
                ours,
                steps,
                rows.checks(),
                rows.calls(id),
                days);
    }

    /** All that the viewer may see: the late ones first, then those that run out first. */
    public List<Counted> all(Viewer viewer) {
        return counted(placements.seenBy(viewer));
    }

    /** Every placement that somebody might have to be called about, whoever asks: for the system's own round. */
    List<Counted> everywhere() {
        return counted(placements.notEndedBefore(today().minusDays(60)));
    }

    private List<Counted> counted(List<PlacementView> views) {
        if (views.isEmpty()) {
            return List.of();
        }
        var days = rows.days();
        var all = notices.of(views);
        var steps = rows.steps(views);
        var promised = limits.all();
        var today = today();
        var calendar = days.asKnownOn(today);
        return views.stream()
                .map(view -> new Counted(
                        view,
                        new ClockRules(
                                        view,
                                        all.getOrDefault(view.id(), List.of()),
                                        steps.getOrDefault(view.id(), Map.of()),
                                        days,
                                        promised.of(view),
                                        today)
                                .clocks(),
                        promised.of(view),
                        today,
                        calendar))
                .sorted(Comparator.comparing(Counted::isLate)
                        .reversed()
                        .thenComparing(Counted::next)
                        .thenComparing(counted -> counted.placement().reference()))
                .toList();
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }
}
