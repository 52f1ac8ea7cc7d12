package uk.slipway.roadmap;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.OnBoardPage;

/** A board's priorities on its page; nothing for those who see its public record alone. One statement. */
@Component
@Order(30)
class RoadmapOnBoardPage implements OnBoardPage {

    private static final int MOST = 10;

    private final RoadmapRows rows;

    RoadmapOnBoardPage(RoadmapRows rows) {
        this.rows = rows;
    }

    @Override
    public Part of(Viewer viewer, BoardId board, boolean business) {
        if (!business) {
            return new Part("Roadmap", List.of(), "The roadmap is seen by those who sit on the board.", List.of());
        }
        var address = "/roadmap/boards/" + board.value();
        return new Part(
                "Roadmap",
                rows.of(board).stream()
                        .limit(MOST)
                        .map(priority -> new Line(
                                priority.title(),
                                "/roadmap/priorities/" + priority.id().value(),
                                priority.status() == null
                                        ? "Nobody has said yet how it stands"
                                        : priority.status().standing().inWords()))
                        .toList(),
                "No priority has been set yet.",
                List.of(
                        new Way("The roadmap on one page", address),
                        new Way("Who backs which priority", address + "/alignment")));
    }
}
