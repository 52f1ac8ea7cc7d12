package uk.slipway.cycles;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that one person has to do, or that waits for them.
 *
 * @param what a sentence without a full stop, in the imperative: {@code Sign the memorandum of understanding for 2026/27}
 * @param address where it is done
 * @param due by when, or null where there is no date
 */
public record Duty(String what, String address, @Nullable LocalDate due, Kind kind) {

    /** Whose move it is. */
    public enum Kind {
        /** I must do it. */
        OWED,
        /** It waits for me to look at. */
        WAITING
    }
}
