package uk.slipway.placements;

import java.util.List;
import uk.slipway.accounts.Viewer;
import uk.slipway.web.Crumb;

/** Pages of the rooms above that belong with a placement: its page links to them for whoever may use them. */
public interface BesidePlacement {

    /** What this viewer is shown beside a placement that they see; no statement is sent. */
    List<Crumb> pages(Viewer viewer, PlacementView placement);
}
