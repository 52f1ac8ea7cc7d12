package uk.slipway.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.LondonTime;
import uk.slipway.placements.NoticesOnTime;
import uk.slipway.placements.SeenPlacements;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;

/** Counts a region's notices under regulation 13 by whether they were given in time. Four statements. */
@Component
class CountNoticesOnTime implements NoticesOnTime {

    private final SeenPlacements placements;
    private final NoticeRows notices;
    private final ClockRows rows;
    private final LocalAuthorities authorities;
    private final Clock clock;

    CountNoticesOnTime(
            SeenPlacements placements, NoticeRows notices, ClockRows rows, LocalAuthorities authorities, Clock clock) {
        this.placements = placements;
        this.notices = notices;
        this.rows = rows;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public Counted since(RegionCode region, LocalDate day) {
        var today = LondonTime.today(clock);
        var ours = authorities.ever().stream()
                .filter(authority -> region.equals(authority.region()))
                .map(LocalAuthority::id)
                .collect(Collectors.toSet());
        var views = placements.notEndedBefore(day).stream()
                .filter(view -> ours.contains(view.placing()))
                .filter(view -> view.startedOn() != null && !view.startedOn().isBefore(day))
                .toList();
        var days = rows.days();
        var all = notices.of(views);
        int due = 0;
        int inTime = 0;
        for (var view : views) {
            var theirs = all.getOrDefault(view.id(), List.of());
            var rules = new ClockRules(view, theirs, Map.of(), days, today);
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
        }
        return new Counted(due, inTime);
    }
}
