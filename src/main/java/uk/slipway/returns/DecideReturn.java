package uk.slipway.returns;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;

/** The data lead accepts what was handed in, or gives it back with a reason; what was accepted can be reopened so too. */
@UseCase
class DecideReturn {

    private final ReturnRows rows;
    private final Shares shares;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecideReturn(ReturnRows rows, Shares shares, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.shares = shares;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Accepts: the figures are locked, and everybody who signs in sees them from the release date on.
     *
     * @throws EditConflict when it is not as the page showed it
     */
    void accept(Viewer viewer, UUID quarter, LocalAuthorityId authority, long version) {
        var answer = held(viewer, quarter, authority);
        if (answer.state() == ReturnState.ACCEPTED) {
            return;
        }
        if (answer.version() != version || answer.state() != ReturnState.SUBMITTED) {
            throw new EditConflict();
        }
        rows.accept(answer.id(), viewer.name() + ", " + viewer.actingAs(), clock.instant());
        shares.showFrom(
                AuthorityReturn.refOf(answer.id()),
                authority,
                Audience.EVERYONE,
                null,
                rows.quarter(viewer, quarter).releaseOn(),
                "Accepted: released with the quarter.",
                viewer);
        events.publishEvent(answer.happened("accepted the quarterly return", clock.instant()));
    }

    /**
     * Gives it back to the authority: nobody else sees its figures until it is handed in again.
     *
     * @throws EditConflict when it is not as the page showed it, or with the authority already
     */
    void giveBack(Viewer viewer, UUID quarter, LocalAuthorityId authority, long version, String reason) {
        var answer = held(viewer, quarter, authority);
        if (answer.state() == ReturnState.RETURNED && reason.equals(answer.reason())) {
            return;
        }
        if (answer.version() != version || answer.state().isWithTheAuthority()) {
            throw new EditConflict();
        }
        rows.giveBack(answer.id(), reason);
        shares.endAll(AuthorityReturn.refOf(answer.id()), "Given back to the authority: " + reason, viewer);
        events.publishEvent(answer.happened(
                (answer.state() == ReturnState.ACCEPTED ? "reopened" : "returned") + " the quarterly return, because: "
                        + reason,
                clock.instant()));
    }

    private AuthorityReturn held(Viewer viewer, UUID quarter, LocalAuthorityId authority) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        var answer = rows.held(viewer, quarter, authority);
        if (!rows.quarter(viewer, quarter).team().equals(viewer.organisation())) {
            throw new NotYours();
        }
        return answer;
    }
}
