package uk.slipway.roadmap;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.MadeForBoard;
import uk.slipway.threads.Origin;

/** What a board has that an action can follow from, beside its priority: what it has decided. */
@Component
class LeadsToActions {

    private final ObjectProvider<MadeForBoard> made;

    LeadsToActions(ObjectProvider<MadeForBoard> made) {
        this.made = made;
    }

    List<Origin> of(Viewer viewer, BoardId board) {
        return made.orderedStream()
                .filter(room -> !room.kind().equals(Priority.KIND))
                .flatMap(room -> room.of(viewer, board).stream())
                .toList();
    }
}
