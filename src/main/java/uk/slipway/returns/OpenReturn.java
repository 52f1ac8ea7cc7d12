package uk.slipway.returns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.Quarter;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.web.NotYours;

/** The data lead opens a quarter: every authority of the region is asked what the list asks today. */
@UseCase
class OpenReturn {

    private final ReturnRows rows;
    private final IndicatorRows indicators;
    private final LocalAuthorities authorities;
    private final Shares shares;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpenReturn(
            ReturnRows rows,
            IndicatorRows indicators,
            LocalAuthorities authorities,
            Shares shares,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.indicators = indicators;
        this.authorities = authorities;
        this.shares = shares;
        this.events = events;
        this.clock = clock;
    }

    /** How many indicators the list asks for today. */
    int asks(Viewer viewer) {
        ofTheTeam(viewer);
        return (int) indicators.of(viewer.organisation()).stream()
                .filter(QuarterlyIndicator::asked)
                .count();
    }

    /** Opens a quarter and answers it; one that is open already stays as it is. */
    UUID open(Viewer viewer, Quarter quarter, LocalDate deadline, LocalDate releaseOn) {
        ofTheTeam(viewer);
        var team = viewer.organisation();
        RegionCode region = Objects.requireNonNull(viewer.region());
        var now = clock.instant();
        var opened =
                rows.open(team, region, quarter, deadline, releaseOn, viewer.name() + ", " + viewer.actingAs(), now);
        if (opened.isEmpty()) {
            return rows.find(team, quarter).orElseThrow();
        }
        var id = opened.get();
        rows.ask(
                id,
                team,
                authorities.in(region, LondonTime.today(clock)).stream()
                        .map(LocalAuthority::id)
                        .toList());
        var ref = QuarterlyReturn.refOf(id);
        shares.show(ref, null, Audience.MEMBERS, team.value(), "Every authority of the region is asked.", viewer);
        shares.showFrom(ref, null, Audience.EVERYONE, null, releaseOn, "Released with its accepted figures.", viewer);
        events.publishEvent(new QuarterlyReturn.Happened(id, "opened the quarterly return " + quarter.label(), now));
        return id;
    }

    private static void ofTheTeam(Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
    }
}
