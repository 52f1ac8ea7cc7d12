package uk.slipway.inspections;

/** What a source says of one judgement. */
enum Reading {
    GRADED("Graded"),
    /** The source could not be read. */
    UNREADABLE("Not readable in source"),
    /** The source has nothing there. */
    BLANK("Blank in source");

    private final String words;

    Reading(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }
}
