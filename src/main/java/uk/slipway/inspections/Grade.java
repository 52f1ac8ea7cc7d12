package uk.slipway.inspections;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A grade, best first; the same four in every scheme so far. */
enum Grade {
    OUTSTANDING("Outstanding", "O", "#12436D", "#ffffff"),
    GOOD("Good", "G", "#28A197", "#0b0c0c"),
    REQUIRES_IMPROVEMENT("Requires improvement to be good", "RI", "#F46A25", "#0b0c0c"),
    INADEQUATE("Inadequate", "I", "#801650", "#ffffff");

    private final String words;
    private final String letters;
    private final String fill;
    private final String ink;

    Grade(String words, String letters, String fill, String ink) {
        this.words = words;
        this.letters = letters;
        this.fill = fill;
        this.ink = ink;
    }

    String inWords() {
        return words;
    }

    /** For the inside of a bar, which a key beside it explains. */
    String letters() {
        return letters;
    }

    String fill() {
        return fill;
    }

    String ink() {
        return ink;
    }

    /** Reads "good", "requires improvement", "Requires improvement to be good"; empty for anything else. */
    static Optional<Grade> from(String written) {
        var plain = written.strip().toLowerCase(Locale.ROOT).replace(" to be good", "");
        return Arrays.stream(values())
                .filter(grade -> grade.words
                        .toLowerCase(Locale.ROOT)
                        .replace(" to be good", "")
                        .equals(plain))
                .findFirst();
    }
}
