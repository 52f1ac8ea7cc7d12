package uk.slipway.inspections;

import org.jspecify.annotations.Nullable;

/**
 * What one inspection says of one area.
 *
 * @param area the scheme's code for it
 * @param grade null unless it is graded
 */
record Judgement(String area, Reading reading, @Nullable Grade grade) {

    String inWords() {
        return grade == null ? reading.inWords() : grade.inWords();
    }
}
