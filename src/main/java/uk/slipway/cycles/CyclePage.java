package uk.slipway.cycles;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;
import uk.slipway.web.Owed;
import uk.slipway.web.TimelineEntry;

/**
 * A year as everybody in the region sees it.
 *
 * @param finding what comes next, as a sentence
 * @param owed what its reader has to do, or null in a year that is over
 * @param warnings what the regional manager should look at again; empty for everybody else
 */
record CyclePage(
        String title,
        String year,
        String slug,
        String region,
        String state,
        String tag,
        String finding,
        TimetablePicture picture,
        List<Row> rows,
        @Nullable List<Owed> owed,
        String scheme,
        List<String> areas,
        boolean overallGrade,
        String template,
        String chain,
        String panel,
        List<String> warnings,
        boolean mayOpen,
        boolean mayChange,
        boolean mayClose,
        boolean isManager,
        @Nullable String memorandum,
        List<TimelineEntry> history,
        List<String> whoCanSee,
        List<Crumb> crumbs) {

    record Row(String what, String day, String by, @Nullable String when, boolean past) {}
}
