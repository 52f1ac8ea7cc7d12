package uk.slipway.inspections;

import java.util.List;
import uk.slipway.web.Crumb;

/** One authority's published inspections, side by side. */
record HistoryPage(
        String authority,
        String authorityHref,
        String finding,
        List<Column> columns,
        List<Line> lines,
        List<Crumb> others,
        List<String> notes,
        boolean fictitious,
        List<Crumb> crumbs,
        List<String> whoCanSee) {

    /** @param source the address of the report */
    record Column(String published, String scheme, String kind, String days, String source) {}

    record Line(String area, List<String> cells) {}
}
