package uk.slipway.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MembershipId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** The owner works on an action and says when it is done; the clerk or a chair verifies it, or sends it back. */
@UseCase
class MoveAction {

    private static final Words WORDS = new Words();

    private final RoadmapRows rows;
    private final Boards boards;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MoveAction(RoadmapRows rows, Boards boards, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Moves an action on.
     *
     * @param words what was done, where it is done
     * @throws NotYours where the viewer neither owns it nor keeps the board's business, or verifies as its owner alone
     * @throws EditConflict when it cannot go there from where it is now
     */
    void move(Viewer viewer, ActionId id, ActionState to, @Nullable String words) {
        var action = rows.seenBy(viewer, id, true).orElseThrow(NotFound::new);
        boolean keeper = boards.mayKeep(viewer, action.board());
        boolean owner = owns(viewer, action);
        boolean back = to == ActionState.IN_PROGRESS && action.state() == ActionState.DONE;
        if (to == ActionState.VERIFIED || back ? !keeper : !keeper && !owner) {
            throw new NotYours();
        }
        if (action.state() == to) {
            return;
        }
        if (!action.state().mayBecome(to)) {
            throw new EditConflict();
        }
        rows.move(id, to, words, clock.instant(), viewer.name());
        tell(
                id,
                switch (to) {
                    case OPEN, IN_PROGRESS -> back ? "sent it back to work" : "began work on it";
                    case DONE -> "said that it is done: " + words;
                    case VERIFIED -> "verified that it is done";
                });
    }

    /**
     * Says that it is done, and what was done; until it is verified, the words can be put in the place of others.
     *
     * @param version of the action that the form was opened on
     * @throws NotYours where the viewer neither owns it nor keeps the board's business
     * @throws EditConflict when somebody else has said so in other words meanwhile, or it is verified
     */
    void finish(Viewer viewer, ActionId id, long version, String words) {
        var action = rows.seenBy(viewer, id, true).orElseThrow(NotFound::new);
        if (action.state() != ActionState.DONE || words.equals(action.doneWords())) {
            move(viewer, id, ActionState.DONE, words);
            return;
        }
        if (!owns(viewer, action) && !boards.mayKeep(viewer, action.board())) {
            throw new NotYours();
        }
        if (action.version() != version) {
            throw new EditConflict();
        }
        rows.move(id, ActionState.DONE, words, clock.instant(), viewer.name());
        tell(id, "said otherwise what was done: " + words);
    }

    /**
     * Gives it to somebody else who sits on the board today, or another day to finish.
     *
     * @param version of the action that the form was opened on
     * @throws EditConflict when somebody changed it since, or it is verified
     */
    void give(Viewer viewer, ActionId id, long version, MembershipId to, LocalDate due) {
        var action = rows.seenBy(viewer, id, true).orElseThrow(NotFound::new);
        boards.requireKeeper(viewer, action.board());
        if (action.ownerSeat().equals(to) && action.dueOn().equals(due)) {
            return;
        }
        if (action.version() != version || action.state() == ActionState.VERIFIED) {
            throw new EditConflict();
        }
        var seat = boards.members(action.board(), LondonTime.today(clock)).stream()
                .filter(each -> each.id().equals(to) && !each.left())
                .findFirst()
                .orElseThrow(NotFound::new);
        rows.give(id, to, due);
        tell(id, "gave it to " + seat.name() + ", due " + WORDS.shortDate(due));
    }

    static boolean owns(Viewer viewer, Action action) {
        return viewer.account().equals(action.ownerAccount());
    }

    private void tell(ActionId id, String what) {
        events.publishEvent(new Happened(Action.KIND, id.value(), what, clock.instant()));
    }
}
