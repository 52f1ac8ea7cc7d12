package uk.slipway.dashboards;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Step;
import uk.slipway.web.TimelineEntry;

/**
 * What one person sees first.
 *
 * @param title the page's title
 * @param lead one sentence that says where they are and in which year
 * @param today the day it is
 * @param owed what they have to do, soonest first
 * @param waiting what waits for them to look at
 * @param steps their authority's year, or empty
 * @param milestones the year's dates that are still ahead
 * @param yearAddress the page of the whole year, or null without one
 * @param board every authority of the region, for the regional team, else null
 * @param notes sentences for a role with nothing to do yet
 * @param links where this role goes next
 * @param changes what happened lately, where the role sees it
 */
record HomePage(
        String title,
        String lead,
        LocalDate today,
        List<OwedLine> owed,
        List<OwedLine> waiting,
        List<Step> steps,
        List<Ahead> milestones,
        @Nullable String yearAddress,
        @Nullable Board board,
        List<String> notes,
        List<Link> links,
        List<TimelineEntry> changes) {

    /** Something owed: what, where, and by when in words. */
    record OwedLine(String what, String address, String when, boolean late) {}

    /** A date of the year that is still ahead. */
    record Ahead(String what, String when) {}

    /** A way on. */
    record Link(String text, String address) {}

    /**
     * The regional team's board of states.
     *
     * @param counts how many authorities stand where, in the order of the year, only where there are any
     * @param shown the authorities that the filter lets through
     * @param filter the filter in the address, or null
     * @param sort the order in the address
     * @param filters the filters on offer
     */
    record Board(
            String finding,
            List<Count> counts,
            List<Row> shown,
            @Nullable String filter,
            String sort,
            List<Filter> filters) {}

    /** How many authorities stand at one point, with the part of the picture that shows them. */
    record Count(String words, int number, int x, int width, String cssClass) {}

    /** One authority on the board. */
    record Row(
            String name,
            String address,
            String state,
            String when,
            boolean late,
            String cssClass,
            @Nullable LocalDate submitted,
            @Nullable LocalDate forum,
            @Nullable LocalDate conversation) {}

    /** A filter on offer, with how many it would show. */
    record Filter(String text, String value, int number, boolean chosen) {}
}
