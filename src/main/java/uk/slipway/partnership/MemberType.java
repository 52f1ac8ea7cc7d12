package uk.slipway.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What sort of member somebody is, for the days on which the region uses the word.
 *
 * @param starts its first day, or null where it has always been used
 * @param ends its last day, or null while it is used
 * @param follows the name of the type it took over from, or null
 * @param source where the type is from, or null
 */
public record MemberType(
        UUID id,
        String name,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable String follows,
        @Nullable String source) {

    static final String OF_2016 = "The region’s update of June 2016";

    /** Who sat on the region's board in 2016, and a word for everybody else. */
    static final List<String> FIRST = List.of(
            "Local authority",
            "Diocese",
            "Regional Schools Commissioner",
            "Teaching Schools Council",
            "National College for Teaching and Leadership",
            "System leader",
            "Multi-academy trust");

    static final String OTHER = "Other";

    boolean isUsedOn(LocalDate day) {
        return (starts == null || !day.isBefore(starts)) && (ends == null || !day.isAfter(ends));
    }
}
