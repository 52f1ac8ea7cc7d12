package uk.slipway.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of days, both ends included.
 *
 * @param from the first day
 * @param until the last day, or null while it has no end
 */
public record DateSpan(LocalDate from, @Nullable LocalDate until) {

    /** @throws IllegalArgumentException when it would end before it starts */
    public DateSpan {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A span cannot end before it starts");
        }
    }

    public static DateSpan startingOn(LocalDate from) {
        return new DateSpan(from, null);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
