package uk.slipway.roadmap;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.MadeForBoard;
import uk.slipway.threads.Origin;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/** A board's priority in a golden thread, for those who see the board's business; and what a decision can be made from. */
@Component
class PrioritiesInThreads implements ThreadSource, MadeForBoard {

    private final RoadmapRows rows;

    PrioritiesInThreads(RoadmapRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return Priority.KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        return rows.priorities(viewer, ids).stream()
                .collect(toMap(
                        told -> told.priority().id().value(),
                        told -> new Summary(
                                Strand.PRIORITY,
                                "Priority",
                                told.priority().title(),
                                told.boardName(),
                                LondonTime.dayOf(told.madeAt()),
                                told.priority().status() == null
                                        ? null
                                        : told.priority().status().standing().inWords(),
                                null,
                                "/roadmap/priorities/" + told.priority().id().value())));
    }

    /** Those that are pursued. The caller has asked whether the viewer keeps the board. */
    @Override
    public List<Origin> of(Viewer viewer, BoardId board) {
        return rows.of(board).stream()
                .map(priority ->
                        Origin.of(new RecordRef(Priority.KIND, priority.id().value()), "Priority", priority.title()))
                .toList();
    }
}
