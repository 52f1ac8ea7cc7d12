package uk.slipway.roadmap;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
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
    public Map<RecordRef, Summary> describe(Viewer viewer, Set<RecordRef> records) {
        return rows.actions(viewer, records.stream().map(RecordRef::id).collect(toSet())).stream()
                .collect(toMap(
                        action -> new RecordRef(Action.KIND, action.id().value()),
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
