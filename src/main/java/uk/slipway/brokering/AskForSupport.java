package uk.slipway.brokering;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.CitableFigures;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** What the two sides of a request do: the one who asks, and the one who helps. */
@UseCase
class AskForSupport {

    private final SupportRequests requests;
    private final SupportRows rows;
    private final CitableFigures figures;
    private final Clock clock;

    AskForSupport(SupportRequests requests, SupportRows rows, CitableFigures figures, Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.figures = figures;
        this.clock = clock;
    }

    /** Whether the viewer is of those who ask for their organisation. */
    static boolean mayAsk(Viewer viewer) {
        return viewer.region() != null
                && (viewer.is(Role.LA_OFFICER) || viewer.is(Role.DIRECTOR) || viewer.is(Role.BOARD_PARTNER));
    }

    /** Writes down what is needed; nobody else sees it. The same id again changes nothing. */
    void write(Viewer viewer, SupportRequestId id, SupportRequest.Wanted wanted) {
        var region = viewer.region();
        if (region == null || !mayAsk(viewer)) {
            throw new NotYours();
        }
        if (requests.existsById(id)) {
            ours(viewer, id);
            return;
        }
        requests.saveAndFlush(new SupportRequest(id, viewer, region, wanted, clock.instant()));
    }

    /** @throws EditConflict when it is not as the page showed it, or has been asked */
    void change(Viewer viewer, SupportRequestId id, long version, SupportRequest.Wanted wanted) {
        var request = ours(viewer, id);
        if (request.wanted().equals(wanted)) {
            return;
        }
        if (request.version() != version) {
            throw new EditConflict();
        }
        request.change(wanted, clock.instant());
        requests.saveAndFlush(request);
    }

    /** Shows it to the region's co-ordinator and manager. */
    void ask(Viewer viewer, SupportRequestId id) {
        var request = ours(viewer, id);
        request.ask(clock.instant());
        requests.saveAndFlush(request);
    }

    void withdraw(Viewer viewer, SupportRequestId id, String because) {
        var request = ours(viewer, id);
        request.withdraw(because, clock.instant());
        requests.saveAndFlush(request);
    }

    /**
     * Agrees the terms for the viewer's side.
     *
     * @param read when the terms that they read were proposed
     * @throws EditConflict when other terms have been proposed since
     */
    void agree(Viewer viewer, SupportRequestId id, @Nullable Instant read) {
        if (!mayAsk(viewer)) {
            throw new NotYours();
        }
        var request = seen(viewer, id);
        boolean asker = request.requester().equals(viewer.organisation());
        if (!asker && !viewer.organisation().equals(request.supporter())) {
            throw new NotYours();
        }
        request.agree(asker, read, viewer.name() + ", " + viewer.actingAs(), figureOf(request), clock.instant());
        requests.saveAndFlush(request);
    }

    /**
     * The one who asked says whether it helped.
     *
     * @throws EditConflict when a colleague has said something else, or it is not agreed
     */
    void lookBack(Viewer viewer, SupportRequestId id, Helped helped, String words) {
        var request = ours(viewer, id);
        request.lookBack(helped, words, figureOf(request), viewer.name() + ", " + viewer.actingAs(), clock.instant());
        requests.saveAndFlush(request);
    }

    @Nullable
    String figureOf(SupportRequest request) {
        return figureOf(
                figures, request.visibility().authority(), request.wanted().indicator());
    }

    /** An authority's latest published figure in words, "17.2 in 2025"; null where none is chosen or published. */
    static @Nullable String figureOf(
            CitableFigures figures, @Nullable LocalAuthorityId authority, @Nullable String indicator) {
        return authority == null || indicator == null
                ? null
                : figures.figure(authority, indicator, null)
                        .map(figure -> figure.words() + " in " + figure.periodInWords())
                        .orElse(null);
    }

    private SupportRequest ours(Viewer viewer, SupportRequestId id) {
        var request = seen(viewer, id);
        if (!mayAsk(viewer) || !request.requester().equals(viewer.organisation())) {
            throw new NotYours();
        }
        return request;
    }

    private SupportRequest seen(Viewer viewer, SupportRequestId id) {
        if (!rows.mayRead(viewer, id)) {
            throw new NotFound();
        }
        return requests.findById(id).orElseThrow(NotFound::new);
    }
}
