package uk.slipway.roadmap;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.slipway.indicators.FiguresOfPlaces;
import uk.slipway.kernel.LondonTime;
import uk.slipway.partnership.Board;
import uk.slipway.partnership.BoardKind;
import uk.slipway.partnership.Boards;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;

/**
 * The figures that a board follows: the region's as published for a regional board or one without an area of its own, else
 * the simple mean of its area's authorities that have data.
 */
@Component
class FiguresOfBoard {

    private final FiguresOfPlaces figures;
    private final Boards boards;
    private final LocalAuthorities authorities;
    private final Clock clock;

    FiguresOfBoard(FiguresOfPlaces figures, Boards boards, LocalAuthorities authorities, Clock clock) {
        this.figures = figures;
        this.boards = boards;
        this.authorities = authorities;
        this.clock = clock;
    }

    Map<String, FiguresOfPlaces.Series> of(Board board, Set<String> indicators) {
        if (isRegional(board)) {
            return figures.ofRegion(board.region(), indicators);
        }
        var area = boards.areaOf(board.id(), LondonTime.today(clock));
        return area.isEmpty()
                ? figures.ofRegion(board.region(), indicators)
                : figures.ofTogether(new HashSet<>(area), indicators);
    }

    /** Whose figure it is, in words that follow "for". */
    String place(Board board) {
        var region = authorities.region(board.region()).name();
        if (isRegional(board)) {
            return "the " + region;
        }
        var area = boards.areaOf(board.id(), LondonTime.today(clock)).stream()
                .map(authorities::get)
                .map(LocalAuthority::name)
                .toList();
        return area.isEmpty()
                ? "the " + region
                : "the simple mean of the " + area.size() + " authorities of " + board.name();
    }

    private static boolean isRegional(Board board) {
        return board.kind() == BoardKind.REGIONAL;
    }
}
