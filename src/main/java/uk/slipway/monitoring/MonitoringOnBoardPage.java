package uk.slipway.monitoring;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.OnBoardPage;
import uk.slipway.web.Words;

/** The latest rounds of figures on a board's page; nothing for those who see its public record alone. One statement. */
@Component
@Order(40)
class MonitoringOnBoardPage implements OnBoardPage {

    private static final Words WORDS = new Words();
    private static final int MOST = 5;

    private final MonitoringRows rows;

    MonitoringOnBoardPage(MonitoringRows rows) {
        this.rows = rows;
    }

    @Override
    public Part of(Viewer viewer, BoardId board, boolean business) {
        if (!business) {
            return new Part(
                    "Monitoring", List.of(), "What is watched is seen by those who sit on the board.", List.of());
        }
        return new Part(
                "Monitoring",
                rows.rounds(board).stream()
                        .limit(MOST)
                        .map(round -> new Line(
                                round.routineName() + ", " + WORDS.shortDate(round.dueOn()),
                                "/monitoring/rounds/" + round.id(),
                                WORDS.count(round.marked(), "exception", "exceptions")))
                        .toList(),
                "No figures have been gathered yet.",
                List.of(new Way("What the board watches", "/monitoring/boards/" + board.value())));
    }
}
