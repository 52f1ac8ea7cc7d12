package uk.slipway.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.indicators.ComparedFigures;
import uk.slipway.indicators.FiguresOfPlaces;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.Board;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.Seat;
import uk.slipway.threads.Origin;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Roadmaps for reading, each by those who see its board's business. */
@UseCase(readOnly = true)
class ReadRoadmap {

    private final RoadmapRows rows;
    private final LeadsToActions leads;
    private final Boards boards;
    private final FiguresOfBoard figures;
    private final ComparedFigures compared;
    private final AuditTrail trail;
    private final Clock clock;

    ReadRoadmap(
            RoadmapRows rows,
            LeadsToActions leads,
            Boards boards,
            FiguresOfBoard figures,
            ComparedFigures compared,
            AuditTrail trail,
            Clock clock) {
        this.rows = rows;
        this.leads = leads;
        this.boards = boards;
        this.figures = figures;
        this.compared = compared;
        this.trail = trail;
        this.clock = clock;
    }

    /** A board's roadmap. */
    record Whole(
            Board board,
            boolean keeper,
            List<Priority> priorities,
            List<Priority> dropped,
            List<RoadmapRows.Activity> activities,
            List<RoadmapRows.Milestone> milestones,
            List<Action> actions,
            List<Target> targets,
            Map<String, FiguresOfPlaces.Series> figures) {}

    /** One priority with all that lies under it. */
    record One(
            Priority priority,
            Board board,
            boolean keeper,
            List<Priority.Status> statuses,
            List<RoadmapRows.Activity> activities,
            List<RoadmapRows.Milestone> milestones,
            List<Action> actions,
            List<Target> targets,
            Map<String, FiguresOfPlaces.Series> figures,
            String place,
            List<RoadmapRows.Aim> backing,
            List<Seat> seats,
            List<ComparedFigures.Choice> choices,
            List<Origin> origins,
            List<TrailEntry> history) {}

    /** An action, and who could have it. */
    record OneAction(Action action, boolean keeper, boolean owner, List<Seat> seats, List<TrailEntry> history) {}

    /** How partners' plans and a board's priorities meet. */
    record Alignment(
            Board board, boolean mayEnter, List<Priority> priorities, List<RoadmapRows.Aim> aims, List<Seat> seats) {}

    List<Board> boards(Viewer viewer) {
        return boards.seenBy(viewer);
    }

    Map<BoardId, RoadmapRows.Progress> progress(List<Board> of) {
        return rows.progress(of.stream().map(Board::id).toList(), today());
    }

    Board board(Viewer viewer, BoardId id) {
        return boards.requireBusiness(viewer, id);
    }

    Board keptBoard(Viewer viewer, BoardId id) {
        return boards.requireKeeper(viewer, id);
    }

    Whole whole(Viewer viewer, BoardId id) {
        var board = boards.requireBusiness(viewer, id);
        var priorities = rows.of(id);
        var ids = priorities.stream().map(Priority::id).toList();
        var targets = rows.targets(ids);
        return new Whole(
                board,
                boards.mayKeep(viewer, id),
                priorities,
                rows.dropped(id),
                rows.activities(ids),
                rows.milestones(ids),
                rows.actions(ids, today()),
                targets,
                figures.of(board, targets.stream().map(Target::indicator).collect(Collectors.toSet())));
    }

    One one(Viewer viewer, PriorityId id) {
        var priority = rows.seenBy(viewer, id).orElseThrow(NotFound::new);
        var board = boards.get(priority.board());
        var ids = List.of(id);
        var targets = rows.targets(ids);
        boolean keeper = boards.mayKeep(viewer, board.id());
        return new One(
                priority,
                board,
                keeper && priority.droppedBecause() == null,
                rows.statuses(id),
                rows.activities(ids),
                rows.milestones(ids),
                rows.actions(ids, today()),
                targets,
                figures.of(board, targets.stream().map(Target::indicator).collect(Collectors.toSet())),
                figures.place(board),
                rows.aims(board.id()).stream()
                        .filter(aim -> aim.backs().contains(id))
                        .toList(),
                keeper ? boards.members(board.id(), today()) : List.of(),
                keeper ? compared.choices() : List.of(),
                keeper ? leads.of(viewer, board.id()) : List.of(),
                trail.of(new RecordRef(Priority.KIND, id.value())));
    }

    /** A priority that is pursued, for those who keep the board's business. */
    One keptOne(Viewer viewer, PriorityId id) {
        var one = one(viewer, id);
        if (!one.keeper()) {
            throw new NotYours();
        }
        return one;
    }

    Priority kept(Viewer viewer, PriorityId id) {
        var priority = rows.seenBy(viewer, id).orElseThrow(NotFound::new);
        boards.requireKeeper(viewer, priority.board());
        return priority;
    }

    List<Action> actions(Viewer viewer) {
        return rows.actions(viewer);
    }

    OneAction action(Viewer viewer, ActionId id) {
        var action = rows.seenBy(viewer, id, false).orElseThrow(NotFound::new);
        boolean keeper = boards.mayKeep(viewer, action.board());
        return new OneAction(
                action,
                keeper,
                MoveAction.owns(viewer, action),
                keeper ? boards.members(action.board(), today()) : List.of(),
                trail.of(new RecordRef(Action.KIND, id.value())));
    }

    Alignment alignment(Viewer viewer, BoardId id) {
        var board = boards.requireBusiness(viewer, id);
        return new Alignment(board, KeepAims.mayEnter(viewer), rows.of(id), rows.aims(id), boards.members(id, today()));
    }

    /** The initiatives of a board's region, to choose from. */
    List<Initiative> initiatives(Board board) {
        return rows.initiatives(board.region());
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }
}
