package uk.slipway.peerchallenge;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Appoint;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.DirectorInPost;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.EndAppointment;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.NotFound;

/** Puts people on a forum's panel and takes them off; each place is an appointment that opens the papers and ends with it. */
@UseCase
public class SeatPanel {

    private final Forums forums;
    private final ForumGate gate;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final SurroundingsOfCycles surroundings;
    private final Directory directory;
    private final Appoint appoint;
    private final EndAppointment endAppointment;
    private final Clock clock;

    SeatPanel(
            Forums forums,
            ForumGate gate,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            SurroundingsOfCycles surroundings,
            Directory directory,
            Appoint appoint,
            EndAppointment endAppointment,
            Clock clock) {
        this.forums = forums;
        this.gate = gate;
        this.calendar = calendar;
        this.authorities = authorities;
        this.surroundings = surroundings;
        this.directory = directory;
        this.appoint = appoint;
        this.endAppointment = endAppointment;
        this.clock = clock;
    }

    /**
     * Puts somebody on the panel. Who sits on it already keeps their place.
     *
     * @param because why they are chosen although a rule speaks against it, or null
     * @throws NotFound when there is no such person, or a peer is no Director of the region
     * @throws RuleBroken when it is stopped, or needs a reason
     */
    public void join(ForumId id, AccountId account, AppointmentKind part, @Nullable String because, Viewer viewer) {
        var forum = gate.managedBy(viewer, id);
        if (!part.isOnAPanel()) {
            throw new NotFound();
        }
        if (forum.hasOnPanel(account)) {
            return;
        }
        var cycle = calendar.find(forum.cycle()).orElseThrow(NotFound::new);
        var person = directory.find(account).orElseThrow(NotFound::new);
        var today = LondonTime.today(clock);
        var directs = directory.directorsIn(cycle.region(), today).stream()
                .filter(director -> director.person().account().equals(account))
                .map(DirectorInPost::authority)
                .toList();
        if (part == AppointmentKind.PEER && directs.isEmpty()) {
            throw new NotFound();
        }
        var from = directs.isEmpty() ? null : directs.getFirst();
        var seat = new Proposal.Seat(account, person.name(), part, from);
        var proposal = Proposal.of(forum, authorities.get(forum.authority()).name());
        var around = surroundings.of(cycle);
        var known = ForumRule.checkAll(proposal, around);
        var concerns = ForumRule.checkAll(proposal.with(seat), around).stream()
                .filter(concern -> !known.contains(concern))
                .toList();
        RuleBroken.refuse(concerns, because);
        boolean accepted = concerns.stream().anyMatch(Concern::warns);
        forum.join(
                new PanelSeat(account, person.name(), part, from, today, accepted ? because : null), clock.instant());
        forums.save(forum);
        appoint.appoint(account, part, id.value(), DateSpan.startingOn(today));
    }

    /** Takes somebody off the panel; what they could see of the forum ends with it. */
    public void leave(ForumId id, AccountId account, Viewer viewer) {
        var forum = gate.managedBy(viewer, id);
        var seat = forum.panel().stream()
                .filter(one -> one.account().equals(account))
                .findFirst();
        if (seat.isEmpty()) {
            return;
        }
        forum.leave(account, clock.instant());
        forums.save(forum);
        endAppointment.endNow(account, seat.get().part(), id.value());
    }
}
