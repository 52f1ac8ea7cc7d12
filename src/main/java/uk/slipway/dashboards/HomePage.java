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
 * @param warning what the administrator has to know before anything else, or null
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
        @Nullable String warning,
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
     * @param finding how far the region is, as a sentence; fictitious authorities are not counted
     * @param aside what is to be said of the fictitious ones, or null
     * @param counts how many authorities stand where, in the order of the year, only where there are any
     * @param shown the authorities that the filter lets through
     * @param picture the same authorities by the steps of the year
     * @param filter the filter in the address, or null
     * @param sort the order in the address
     * @param filters the filters on offer
     */
    record Board(
            String finding,
            @Nullable String aside,
            List<Count> counts,
            List<Row> shown,
            Picture picture,
            @Nullable String filter,
            String sort,
            List<Filter> filters) {}

    /** How many authorities stand at one point of the year. */
    record Count(String words, int number) {}

    /** Authorities down, steps across; lengths in units of a picture 420 wide. */
    record Picture(int height, List<Head> heads, List<Line> rows) {}

    /** What stands above a column. */
    record Head(int x, String text) {}

    /** One authority in the picture. */
    record Line(int y, String name, List<Cell> cells) {}

    /** One step of one authority: {@code done}, {@code now}, {@code late} or {@code ahead}. */
    record Cell(int x, String kind, String words) {}

    /** One authority on the board. */
    record Row(
            String name,
            String address,
            String state,
            String when,
            boolean late,
            @Nullable LocalDate submitted,
            @Nullable LocalDate forum,
            @Nullable LocalDate conversation) {}

    /** A filter on offer, with how many it would show. */
    record Filter(String text, String value, int number, boolean chosen) {}
}
