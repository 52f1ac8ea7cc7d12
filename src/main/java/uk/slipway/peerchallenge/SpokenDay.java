package uk.slipway.peerchallenge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in sentences that the trail and the rules keep. */
final class SpokenDay {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private SpokenDay() {}

    /** {@code Friday 4 December 2026}. */
    static String of(LocalDate day) {
        return DAY.format(day);
    }
}
