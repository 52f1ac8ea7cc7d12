package uk.slipway.peerchallenge;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.web.NotFound;

/** Confirms a forum's panel: from now on the panel sees the forum. */
@UseCase
public class ConfirmPanel {

    /** What the page says before the button is pressed. */
    static final String WORDS =
            "The people on the panel see the forum from now on. They read the self-evaluation once the authority has"
                    + " submitted it.";

    private final Forums forums;
    private final ForumGate gate;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final SurroundingsOfCycles surroundings;
    private final Shares shares;
    private final Papers papers;
    private final Clock clock;

    ConfirmPanel(
            Forums forums,
            ForumGate gate,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            SurroundingsOfCycles surroundings,
            Shares shares,
            Papers papers,
            Clock clock) {
        this.forums = forums;
        this.gate = gate;
        this.calendar = calendar;
        this.authorities = authorities;
        this.surroundings = surroundings;
        this.shares = shares;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * Confirms it.
     *
     * @throws RuleBroken when a rule stops it; warnings have been accepted one by one
     * @throws OutOfStep when it has no day or nobody sits on it
     */
    public void confirm(ForumId id, Viewer viewer) {
        var forum = gate.managedBy(viewer, id);
        if (forum.state().hasReached(ForumState.PANEL_CONFIRMED)) {
            return;
        }
        var cycle = calendar.find(forum.cycle()).orElseThrow(NotFound::new);
        var stopping = ForumRule.checkAll(
                        Proposal.of(forum, authorities.get(forum.authority()).name()), surroundings.of(cycle))
                .stream()
                .filter(Concern::stops)
                .toList();
        RuleBroken.refuse(stopping, null);
        forum.confirmPanel(viewer.name(), clock.instant());
        forums.save(forum);
        shares.show(id.asRecord(), forum.authority(), Audience.PANEL, id.value(), WORDS, viewer);
        papers.release(forum, viewer);
    }
}
