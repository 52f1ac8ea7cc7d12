package uk.slipway.cycles;

import org.jspecify.annotations.Nullable;

/**
 * How Ofsted judges for a time.
 *
 * @param validFrom its beginning, or null where that has not been checked
 * @param validUntil its end, or null while it is used
 * @param verified whether the dates were read in the source; else the source points to them
 * @param note what a reader should know
 */
record JudgementScheme(
        String code,
        String name,
        String shortName,
        @Nullable KnownDate validFrom,
        @Nullable KnownDate validUntil,
        boolean overallGrade,
        boolean verified,
        String source,
        @Nullable String note) {

    /** From when to when, as far as it is known. */
    String validInWords() {
        var from = validFrom == null ? null : validFrom.inWords();
        var until = validUntil == null ? null : validUntil.inWords();
        if (from == null) {
            return until == null ? "dates not checked" : "until " + until;
        }
        return until == null ? "from " + from : "from " + from + " to " + until;
    }
}
