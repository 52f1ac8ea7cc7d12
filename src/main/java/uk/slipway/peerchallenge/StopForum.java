package uk.slipway.peerchallenge;

import java.time.Clock;
import uk.slipway.accounts.EndAppointment;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;

/** Postpones or cancels a forum, with a reason that stays with it. */
@UseCase
public class StopForum {

    private final Forums forums;
    private final ForumGate gate;
    private final Papers papers;
    private final Shares shares;
    private final EndAppointment endAppointment;
    private final Clock clock;

    StopForum(Forums forums, ForumGate gate, Papers papers, Shares shares, EndAppointment endAppointment, Clock clock) {
        this.forums = forums;
        this.gate = gate;
        this.papers = papers;
        this.shares = shares;
        this.endAppointment = endAppointment;
        this.clock = clock;
    }

    /** It will be on another day; the panel stays. */
    public void postpone(ForumId id, String because, Viewer viewer) {
        var forum = gate.managedBy(viewer, id);
        forum.postpone(because, viewer.name(), clock.instant());
        forums.save(forum);
    }

    /** It will not be; the panel is dissolved and reads no more. */
    public void cancel(ForumId id, String because, Viewer viewer) {
        var forum = gate.managedBy(viewer, id);
        if (forum.state() == ForumState.CANCELLED) {
            return;
        }
        forum.cancel(because, viewer.name(), clock.instant());
        forums.save(forum);
        papers.withdraw(forum, "The forum was cancelled.", viewer);
        for (var share : shares.of(id.asRecord())) {
            if (share.audience() == Audience.PANEL && share.endedAt() == null) {
                shares.end(share.id(), "The forum was cancelled.", viewer);
            }
        }
        forum.panel().forEach(seat -> endAppointment.endNow(seat.account(), seat.part(), id.value()));
    }
}
