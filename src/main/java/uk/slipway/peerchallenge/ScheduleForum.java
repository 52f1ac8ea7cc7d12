package uk.slipway.peerchallenge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Puts an authority's forum into the year's plan, or changes when and where it is held. */
@UseCase
public class ScheduleForum {

    private final Forums forums;
    private final ForumGate gate;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final SurroundingsOfCycles surroundings;
    private final Shares shares;
    private final Clock clock;

    ScheduleForum(
            Forums forums,
            ForumGate gate,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            SurroundingsOfCycles surroundings,
            Shares shares,
            Clock clock) {
        this.forums = forums;
        this.gate = gate;
        this.calendar = calendar;
        this.authorities = authorities;
        this.surroundings = surroundings;
        this.shares = shares;
        this.clock = clock;
    }

    /** What the page says before the button is pressed. */
    static final String WORDS =
            "The authority and the regional team with its data group see the forum from now on. The panel sees it once"
                    + " it is confirmed.";

    /**
     * Schedules it. The same id a second time, or an authority that has a forum in this cycle already, changes nothing.
     *
     * @return the forum, which may be one that was there before
     * @throws NotFound when the authority or the cycle is not of the viewer's region
     * @throws RuleBroken when the day breaks a rule and no reason is given
     */
    public ForumId schedule(ForumId id, LocalAuthorityId authority, CycleId cycleId, Sitting sitting, Viewer viewer) {
        if (!viewer.is(Role.REGIONAL_MANAGER)) {
            throw new NotYours();
        }
        var cycle = calendar.find(cycleId)
                .filter(view -> view.region().equals(viewer.region()))
                .orElseThrow(NotFound::new);
        var whose = authorities
                .find(authority)
                .filter(one -> one.region().equals(viewer.region()))
                .orElseThrow(NotFound::new);
        var there = forums.of(authority, cycleId).stream()
                .filter(forum ->
                        forum.state() != ForumState.CANCELLED || forum.id().equals(id))
                .findFirst();
        if (there.isPresent()) {
            return there.get().id();
        }
        if (forums.findById(id).isPresent()) {
            throw new NotFound();
        }
        var proposal = new Proposal(
                id, authority, whose.name(), sitting.heldOn(), sitting.startsAt(), sitting.endsAt(), List.of());
        refuse(proposal, surroundings.of(cycle), sitting);
        var forum = forums.save(Forum.schedule(id, authority, cycleId, sitting, viewer.name(), clock.instant()));
        shares.show(
                forum.id().asRecord(),
                authority,
                Audience.REGION,
                viewer.organisation().value(),
                WORDS,
                viewer);
        return forum.id();
    }

    /**
     * Gives it another day, time or place.
     *
     * @param version the version the form was opened with
     * @throws EditConflict when somebody else changed the forum since
     * @throws RuleBroken when the day breaks a rule and no reason is given
     */
    public void reschedule(ForumId id, long version, Sitting sitting, Viewer viewer) {
        var forum = gate.managedBy(viewer, id);
        if (forum.sitting().equals(sitting) && forum.state() != ForumState.POSTPONED) {
            return;
        }
        if (forum.version() != version) {
            throw new EditConflict();
        }
        move(forum, sitting, viewer);
    }

    /** Gives it a day from the plan board, keeping time and place. */
    public void place(ForumId id, LocalDate day, @Nullable String because, Viewer viewer) {
        var forum = gate.managedBy(viewer, id);
        if (day.equals(forum.sitting().heldOn())) {
            return;
        }
        move(forum, forum.sitting().movedTo(day, because), viewer);
    }

    /** Takes its day away on the plan board. */
    public void unplace(ForumId id, Viewer viewer) {
        var forum = gate.managedBy(viewer, id);
        forum.unplace(clock.instant());
        forums.save(forum);
    }

    private void move(Forum forum, Sitting sitting, Viewer viewer) {
        var cycle = calendar.find(forum.cycle()).orElseThrow(NotFound::new);
        var proposal = Proposal.of(forum, authorities.get(forum.authority()).name())
                .on(sitting.heldOn(), sitting.startsAt(), sitting.endsAt());
        refuse(proposal, surroundings.of(cycle), sitting);
        forum.reschedule(sitting, viewer.name(), clock.instant());
        forums.save(forum);
    }

    /** Only what the day breaks; who is missing on the panel does not hang on it. */
    private static void refuse(Proposal proposal, Surroundings around, Sitting sitting) {
        var concerns = dayConcerns(proposal, around);
        RuleBroken.refuse(concerns, sitting.acceptedBecause());
    }

    static List<Concern> dayConcerns(Proposal proposal, Surroundings around) {
        return List.of(
                        new ForumRule.OnAWorkingDay(),
                        new ForumRule.InsideTheWindow(),
                        new ForumRule.InTwoPlacesAtOnce())
                .stream()
                .flatMap(rule -> rule.check(proposal, around).stream())
                .toList();
    }
}
