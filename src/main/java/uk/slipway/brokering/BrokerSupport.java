package uk.slipway.brokering;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.CitableFigures;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** What the co-ordinator does with a request that was asked. */
@UseCase
class BrokerSupport {

    private final SupportRequests requests;
    private final SupportRows rows;
    private final CitableFigures figures;
    private final Clock clock;

    BrokerSupport(SupportRequests requests, SupportRows rows, CitableFigures figures, Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Proposes who helps; from then on they see the request.
     *
     * @throws EditConflict when it is not as the page showed it
     */
    void propose(Viewer viewer, SupportRequestId id, long version, SupportRequest.Terms terms) {
        var request = brokered(viewer, id);
        if (request.state() == SupportState.PROPOSED && terms.equals(request.terms())) {
            return;
        }
        if (request.version() != version) {
            throw new EditConflict();
        }
        request.propose(terms, clock.instant());
        requests.saveAndFlush(request);
    }

    /**
     * Records that a side agreed in conversation or by letter.
     *
     * @param read when the terms that it agreed were proposed
     * @throws EditConflict when other terms have been proposed since
     */
    void agreeFor(Viewer viewer, SupportRequestId id, boolean asker, @Nullable Instant read) {
        var request = brokered(viewer, id);
        request.agree(
                asker,
                read,
                "recorded by " + viewer.name() + ", " + viewer.actingAs(),
                AskForSupport.figureOf(
                        figures,
                        request.visibility().authority(),
                        request.wanted().indicator()),
                clock.instant());
        requests.saveAndFlush(request);
    }

    void withdraw(Viewer viewer, SupportRequestId id, String because) {
        var request = brokered(viewer, id);
        request.withdraw(because, clock.instant());
        requests.saveAndFlush(request);
    }

    private SupportRequest brokered(Viewer viewer, SupportRequestId id) {
        if (!rows.mayRead(viewer, id)) {
            throw new NotFound();
        }
        if (!SupportRows.brokers(viewer)) {
            throw new NotYours();
        }
        return requests.findById(id).orElseThrow(NotFound::new);
    }
}
