package uk.slipway.roadmap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.kernel.LondonTime;
import uk.slipway.web.Words;

/** What owners of actions, and those who verify them, owe. One statement. */
@Component
class RoadmapDuties implements Duties {

    private static final Words WORDS = new Words();

    private final RoadmapRows rows;
    private final Clock clock;

    RoadmapDuties(RoadmapRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        var today = LondonTime.today(clock);
        boolean clerk = viewer.is(Role.PARTNERSHIP_COORDINATOR);
        var duties = new ArrayList<Duty>();
        var actions = rows.actions(viewer);
        for (var action : actions) {
            var address = "/roadmap/actions/" + action.id().value();
            boolean open = action.state() == ActionState.OPEN || action.state() == ActionState.IN_PROGRESS;
            if (open && MoveAction.owns(viewer, action)) {
                duties.add(new Duty("Do the action: " + action.title(), address, action.dueOn(), Duty.Kind.OWED));
            } else if (clerk && open && action.ownerLeft()) {
                duties.add(new Duty(
                        "Find a new owner, " + action.owner() + " has left: " + action.title(),
                        address,
                        null,
                        Duty.Kind.OWED));
            } else if (clerk && action.state() == ActionState.DONE) {
                duties.add(new Duty("Verify the action: " + action.title(), address, null, Duty.Kind.OWED));
            }
        }
        if (clerk) {
            actions.stream()
                    .filter(action -> action.overdue(today) && !MoveAction.owns(viewer, action))
                    .collect(Collectors.groupingBy(Action::boardName))
                    .forEach((board, late) -> duties.add(new Duty(
                            "See " + WORDS.count(late.size(), "overdue action", "overdue actions") + " of " + board,
                            "/roadmap/actions?show=overdue",
                            null,
                            Duty.Kind.WAITING)));
        }
        return duties;
    }
}
