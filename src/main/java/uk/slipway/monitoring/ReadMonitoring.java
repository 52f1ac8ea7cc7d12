package uk.slipway.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** What boards watch, for those who see their business. */
@UseCase(readOnly = true)
class ReadMonitoring {

    private final MonitoringRows rows;
    private final Boards boards;
    private final FiguresOfPlaces figures;
    private final ComparedFigures compared;
    private final LocalAuthorities authorities;
    private final AuditTrail trail;
    private final Clock clock;

    ReadMonitoring(
            MonitoringRows rows,
            Boards boards,
            FiguresOfPlaces figures,
            ComparedFigures compared,
            LocalAuthorities authorities,
            AuditTrail trail,
            Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.figures = figures;
        this.compared = compared;
        this.authorities = authorities;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whose figures are looked at. */
    enum View {
        REGION,
        AREA,
        AUTHORITY
    }

    /** A board's framework, as seen for one place. */
    record Framework(
            Board board,
            boolean keeper,
            List<Routine> routines,
            List<Routine.Watched> watched,
            View view,
            @Nullable LocalAuthority authority,
            String place,
            Map<String, FiguresOfPlaces.Series> figures,
            List<LocalAuthority> area,
            List<Round> rounds,
            List<ComparedFigures.Choice> choices) {}

    /** A routine and what it watches. */
    record OneRoutine(
            Routine routine,
            boolean keeper,
            List<Routine.Watched> watched,
            List<ComparedFigures.Choice> choices,
            List<Seat> seats,
            List<Round> rounds,
            List<TrailEntry> history) {}

    /** A round with its figures. */
    record OneRound(Round round, List<Round.Of> indicators, boolean mayComment, List<TrailEntry> history) {}

    List<Board> boards(Viewer viewer) {
        return boards.seenBy(viewer);
    }

    Map<BoardId, Round> lastRounds(List<Board> of) {
        return rows.lastRounds(of.stream().map(Board::id).toList());
    }

    Board keptBoard(Viewer viewer, BoardId id) {
        return boards.requireKeeper(viewer, id);
    }

    /** Who can report for a board: somebody with an account who sits on it today. */
    List<Seat> reporters(BoardId board) {
        return boards.members(board, today()).stream()
                .filter(seat -> seat.account() != null && !seat.left())
                .toList();
    }

    /** @param of "region", "area" or an authority's code; anything else is the widest view the board has */
    Framework framework(Viewer viewer, BoardId id, @Nullable String of) {
        var board = boards.requireBusiness(viewer, id);
        var routines = rows.routines(id, today());
        var watched = rows.watched(routines.stream()
                .filter(routine -> routine.endedOn() == null)
                .map(Routine::id)
                .toList());
        var slugs = watched.stream().map(Routine.Watched::indicator).collect(Collectors.toSet());
        var ids = new HashSet<>(boards.areaOf(id, today()));
        var area = authorities.in(board.region(), today()).stream()
                .filter(authority -> !authority.fictitious())
                .filter(authority -> ids.isEmpty() || ids.contains(authority.id()))
                .toList();
        var authority = of == null
                ? null
                : authorities.byCode(of).filter(area::contains).orElse(null);
        var view = authority != null ? View.AUTHORITY : "area".equals(of) && !ids.isEmpty() ? View.AREA : View.REGION;
        return new Framework(
                board,
                boards.mayKeep(viewer, id),
                routines,
                watched,
                view,
                authority,
                authority != null
                        ? authority.name()
                        : view == View.AREA
                                ? "the simple mean of the " + area.size() + " authorities of " + board.name()
                                : "the " + authorities.region(board.region()).name(),
                authority != null
                        ? figures.ofAuthority(authority.id(), slugs)
                        : view == View.AREA ? figures.ofTogether(ids, slugs) : figures.ofRegion(board.region(), slugs),
                area,
                rows.rounds(id),
                compared.choices());
    }

    OneRoutine routine(Viewer viewer, UUID id) {
        var routine = rows.routine(viewer, id, false).orElseThrow(NotFound::new);
        boolean keeper = boards.mayKeep(viewer, routine.board());
        return new OneRoutine(
                routine,
                keeper && routine.endedOn() == null,
                rows.watched(List.of(id)),
                compared.choices(),
                keeper ? reporters(routine.board()) : List.of(),
                rows.rounds(routine.board()).stream()
                        .filter(round -> round.routine().equals(id))
                        .toList(),
                trail.of(new RecordRef(Routine.KIND, id)));
    }

    /** The routine, for those who keep the board's business. */
    OneRoutine kept(Viewer viewer, UUID id) {
        var found = routine(viewer, id);
        if (!boards.mayKeep(viewer, found.routine().board())) {
            throw new NotYours();
        }
        return found;
    }

    OneRound round(Viewer viewer, UUID id) {
        var round = rows.round(viewer, id).orElseThrow(NotFound::new);
        return new OneRound(
                round,
                rows.of(id),
                round.reportedBy(viewer) || boards.mayKeep(viewer, round.board()),
                trail.of(new RecordRef(Round.KIND, id)));
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }
}
