package uk.slipway.datasets;

import org.jspecify.annotations.Nullable;

/**
 * A column of a release's file.
 *
 * @param position its place in the file, from 0
 * @param number among the filters or among the figures, from 1; null for time and geography
 * @param unit such as {@code %}, or null for a plain number
 * @param decimalPlaces as the meta file says, or null
 */
record Column(
        int position,
        String name,
        Role role,
        @Nullable Integer number,
        String label,
        @Nullable String unit,
        @Nullable Integer decimalPlaces,
        @Nullable String grouping,
        @Nullable String hint) {

    /** What a column is for. */
    enum Role {
        TIME,
        GEOGRAPHY,
        FILTER,
        FIGURE
    }
}
