package uk.slipway.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.slipway.partnership.BoardId;

/**
 * What a board wants to achieve.
 *
 * @param targetsVersion for the form that sets a target
 * @param outcome what will be different
 * @param initiative the national or devolved initiative that it joins up with, or null
 * @param status how it stands, as was said last; null where nobody has said it yet
 * @param droppedBecause why it is pursued no more, or null
 */
record Priority(
        PriorityId id,
        long version,
        long targetsVersion,
        BoardId board,
        String title,
        String outcome,
        @Nullable Initiative initiative,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable Status status,
        @Nullable String droppedBecause) {

    static final String KIND = "priority";

    /** How a priority stood when somebody said so. */
    record Status(Standing standing, String words, Instant at, String by) {}
}
