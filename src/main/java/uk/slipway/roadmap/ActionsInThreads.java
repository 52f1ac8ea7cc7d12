package uk.slipway.roadmap;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/** An action under a priority in a golden thread, for those who see the board's business. */
@Component
class ActionsInThreads implements ThreadSource {

    private final RoadmapRows rows;

    ActionsInThreads(RoadmapRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return Action.KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        return rows.actions(viewer, ids).stream()
                .collect(toMap(
                        action -> action.id().value(),
                        action -> new Summary(
                                Strand.ACTION,
                                "Action",
                                action.title(),
                                action.boardName(),
                                LondonTime.dayOf(action.madeAt()),
                                action.state().inWords(),
                                null,
                                "/roadmap/actions/" + action.id().value())));
    }
}
