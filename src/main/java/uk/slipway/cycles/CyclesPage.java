package uk.slipway.cycles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of a region's years.
 *
 * @param region its name, or null where none can be told for the viewer
 * @param older where the years before these are, or null
 */
record CyclesPage(
        @Nullable String region, List<Row> rows, @Nullable String older, boolean maySetUp) {

    record Row(String label, String href, String state, String tag, String due, String forums) {}
}
