package uk.slipway.notices;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.placements.BesidePlacement;
import uk.slipway.placements.PlacementView;
import uk.slipway.web.Crumb;

/** Leads from a placement to its clocks and notices, and whoever works with the child to the particulars. */
@Component
class PagesBesidePlacement implements BesidePlacement {

    @Override
    public List<Crumb> pages(Viewer viewer, PlacementView placement) {
        var address = "/fostering/placements/" + placement.id().value();
        var pages = new ArrayList<>(List.of(new Crumb("Statutory clocks and notices", address + "/clocks")));
        if (worksWithTheChild(viewer)) {
            pages.add(new Crumb("Particulars of the child", address + "/particulars"));
        }
        return pages;
    }

    /** Whether the particulars' page is for this person: who commissions or directs opens none. */
    static boolean worksWithTheChild(Viewer viewer) {
        return !viewer.is(Role.COMMISSIONER) && !viewer.is(Role.DIRECTOR);
    }
}
