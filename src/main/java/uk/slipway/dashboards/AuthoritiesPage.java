package uk.slipway.dashboards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.AuthorityList;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;

/**
 * The list of authorities as at a day.
 *
 * @param list what was found, or null while the form has an error
 * @param regions the regions to choose from
 * @param isToday whether the day is today
 * @param filtered whether a name, code or region was asked for
 * @param csv the address of the same list as a file
 */
record AuthoritiesPage(
        String title,
        @Nullable AuthorityList list,
        List<Option> regions,
        boolean isToday,
        boolean filtered,
        String csv) {

    public List<Crumb> crumbs() {
        return List.of(new Crumb("Home", "/"));
    }
}
