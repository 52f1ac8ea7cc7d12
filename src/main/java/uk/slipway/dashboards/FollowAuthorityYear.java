package uk.slipway.dashboards;

import java.util.Optional;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthority;

/** How far an authority is this year, for its own people and its regional team; nobody else learns of it here. */
@UseCase(readOnly = true)
class FollowAuthorityYear {

    private final CycleCalendar calendar;
    private final YearBoard yearBoard;

    FollowAuthorityYear(CycleCalendar calendar, YearBoard yearBoard) {
        this.calendar = calendar;
        this.yearBoard = yearBoard;
    }

    Optional<AuthorityYear> of(Viewer viewer, LocalAuthority authority) {
        boolean follows = viewer.worksFor(authority.id())
                || (viewer.isOfTheRegionalTeam() && authority.region().equals(viewer.region()));
        return follows
                ? calendar.current(authority.region()).map(cycle -> yearBoard.of(viewer, cycle, authority))
                : Optional.empty();
    }
}
