package uk.slipway.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.kernel.LondonTime;
import uk.slipway.placements.NoticesOnTime;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementView;
import uk.slipway.placements.SeenPlacements;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;

/** Counts a region's notices under regulation 13 by whether they were given in time. Five statements. */
@Component
class CountNoticesOnTime implements NoticesOnTime {

    private final SeenPlacements placements;
    private final NoticeRows notices;
    private final ClockRows rows;
    private final ClockLimits limits;
    private final LocalAuthorities authorities;
    private final Clock clock;

    CountNoticesOnTime(
            SeenPlacements placements,
            NoticeRows notices,
            ClockRows rows,
            ClockLimits limits,
            LocalAuthorities authorities,
            Clock clock) {
        this.placements = placements;
        this.notices = notices;
        this.rows = rows;
        this.limits = limits;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public Counted since(RegionCode region, LocalDate day) {
        var ours = authorities.ever().stream()
                .filter(authority -> region.equals(authority.region()))
                .map(LocalAuthority::id)
                .collect(Collectors.toSet());
        var views = placements.notEndedBefore(day).stream()
                .filter(view -> ours.contains(view.placing()))
                .filter(view -> view.startedOn() != null && !view.startedOn().isBefore(day))
                .toList();
        return of(views).values().stream().reduce(Counted.NONE, Counted::plus);
    }

    @Override
    public Map<PlacementId, Counted> of(Collection<PlacementView> views) {
        if (views.isEmpty()) {
            return Map.of();
        }
        var days = rows.days();
        var all = notices.of(views);
        var promised = limits.all();
        var today = LondonTime.today(clock);
        return views.stream()
                .collect(Collectors.toMap(
                        PlacementView::id,
                        view -> counted(view, all.getOrDefault(view.id(), List.of()), days, promised.of(view), today)));
    }

    private static Counted counted(
            PlacementView view, List<StatutoryNotice> theirs, KnownDays days, Protocol.Limits limits, LocalDate today) {
        if (view.startedOn() == null) {
            return Counted.NONE;
        }
        int due = 0;
        int inTime = 0;
        var rules = new ClockRules(view, theirs, Map.of(), days, limits, today);
        for (var kind : RecipientKind.ofThePlacement(view)) {
            var settled = theirs.stream()
                    .filter(notice -> notice.regulation() == Regulation.NOTIFICATION && notice.kind() == kind)
                    .map(StatutoryNotice::settledOn)
                    .toList();
            boolean done = !settled.isEmpty() && settled.stream().allMatch(Objects::nonNull);
            var last = done ? settled.stream().max(LocalDate::compareTo).orElse(today) : today;
            var until = rules.noticesDue(last).on();
            if (done || today.isAfter(until)) {
                due++;
                inTime += done && !last.isAfter(until) ? 1 : 0;
            }
        }
        return new Counted(due, inTime);
    }
}
