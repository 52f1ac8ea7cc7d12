package uk.slipway.decisions;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.MadeForBoard;
import uk.slipway.threads.Origin;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/** A board's decision in a golden thread, for those who see it in the register; and what an action can be made from. */
@Component
class DecisionsInThreads implements ThreadSource, MadeForBoard {

    private final DecisionRows rows;

    DecisionsInThreads(DecisionRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return Decision.KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        return rows.seenBy(viewer, ids).stream()
                .collect(toMap(
                        decision -> decision.id().value(),
                        decision -> new Summary(
                                Strand.DECISION,
                                "Decision",
                                decision.words().title(),
                                decision.boardName(),
                                LondonTime.dayOf(
                                        decision.outcome() == null
                                                ? decision.proposedAt()
                                                : decision.outcome().at()),
                                ShowDecisions.state(decision),
                                null,
                                "/decisions/" + decision.id().value())));
    }

    /** What was carried and stands. */
    @Override
    public List<Origin> of(Viewer viewer, BoardId board) {
        return rows.standing(viewer, board).stream()
                .map(decision -> Origin.of(
                        Decision.refOf(decision.id()),
                        decision.reference(),
                        decision.words().title()))
                .toList();
    }
}
