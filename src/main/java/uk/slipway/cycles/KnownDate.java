package uk.slipway.cycles;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date of which perhaps only the month or the year is known. */
record KnownDate(LocalDate day, Precision precision) {

    enum Precision {
        DAY("d MMMM uuuu"),
        MONTH("MMMM uuuu"),
        YEAR("uuuu");

        private final String pattern;

        Precision(String pattern) {
            this.pattern = pattern;
        }
    }

    String inWords() {
        return DateTimeFormatter.ofPattern(precision.pattern, Locale.UK).format(day);
    }
}
