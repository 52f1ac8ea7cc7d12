package uk.slipway.roadmap;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** A partner enters the aims of its own plan and ties them to the board's priorities. */
@UseCase
class KeepAims {

    /** More than these of one partner are no plan's headings. */
    static final int MOST = 100;

    private final RoadmapRows rows;
    private final Boards boards;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepAims(RoadmapRows rows, Boards boards, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the viewer speaks for a partner's plan: of a diocese or trust, or an authority's officer or Director. */
    static boolean mayEnter(Viewer viewer) {
        return viewer.is(Role.BOARD_PARTNER) || viewer.is(Role.DIRECTOR) || viewer.is(Role.LA_OFFICER);
    }

    /**
     * Adds aims; words that are there already stay one.
     *
     * @return how many are new, or -1 where they would be more than {@value #MOST}
     */
    int add(Viewer viewer, BoardId board, List<String> words) {
        partner(viewer, board);
        if (rows.countAims(board, viewer.organisation()) + words.size() > MOST) {
            return -1;
        }
        int added = rows.addAims(board, viewer.organisation(), words, viewer.name(), clock.instant());
        if (added > 0) {
            tell(board, added == 1 ? "entered an aim of its plan" : "entered " + added + " aims of its plan", viewer);
        }
        return added;
    }

    /**
     * Says which priorities an aim backs; all others it does not.
     *
     * @param version of the aim that the form was opened on
     * @throws EditConflict when a colleague said otherwise since
     */
    void tie(Viewer viewer, BoardId board, UUID aim, long version, Set<PriorityId> priorities) {
        var own = own(viewer, board, aim);
        var known = rows.of(board).stream().map(Priority::id).toList();
        var chosen = priorities.stream().filter(known::contains).toList();
        if (own.backs().equals(Set.copyOf(chosen))) {
            return;
        }
        if (own.version() != version) {
            throw new EditConflict();
        }
        rows.tie(aim, board, chosen);
        tell(board, "tied its aim to priorities: " + own.words(), viewer);
    }

    void remove(Viewer viewer, BoardId board, UUID aim) {
        partner(viewer, board);
        var own = rows.aims(board).stream()
                .filter(each -> each.id().equals(aim) && each.organisation().equals(viewer.organisation()))
                .findFirst();
        if (own.isPresent()) {
            rows.removeAim(aim);
            tell(board, "removed its aim: " + own.get().words(), viewer);
        }
    }

    private RoadmapRows.Aim own(Viewer viewer, BoardId board, UUID aim) {
        partner(viewer, board);
        return rows.aims(board).stream()
                .filter(each -> each.id().equals(aim) && each.organisation().equals(viewer.organisation()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void partner(Viewer viewer, BoardId board) {
        boards.requireBusiness(viewer, board);
        if (!mayEnter(viewer)) {
            throw new NotYours();
        }
    }

    private void tell(BoardId board, String what, Viewer viewer) {
        events.publishEvent(
                new Happened("board", board.value(), what + " (" + viewer.organisationName() + ")", clock.instant()));
    }
}
