package uk.slipway.accounts;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.DateSpan;

/**
 * The days on which a role or an appointment is held, both ends included. Unlike a {@link DateSpan} it may have ended
 * before its first day: what was given and taken away on one day was held on none.
 *
 * @param startsOn the first day
 * @param endsOn the last day, or null while there is none
 */
@Embeddable
record DaysHeld(LocalDate startsOn, @Nullable LocalDate endsOn) {

    static DaysHeld of(DateSpan span) {
        return new DaysHeld(span.from(), span.until());
    }

    boolean contain(LocalDate day) {
        return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    boolean areOverBefore(LocalDate day) {
        return endsOn != null && endsOn.isBefore(day);
    }

    boolean overlap(DateSpan span) {
        return !areOverBefore(span.from()) && (span.until() == null || !startsOn.isAfter(span.until()));
    }

    /** The same days with a last one. */
    DaysHeld until(LocalDate lastDay) {
        return new DaysHeld(startsOn, lastDay.isBefore(startsOn) ? startsOn.minusDays(1) : lastDay);
    }
}
