package uk.slipway.meetings;

/** How far the minutes of a meeting are. */
enum MinutesState {
    DRAFT("Draft", "govuk-tag--grey"),
    CLEARED("Cleared by the chair", "govuk-tag--blue"),
    CIRCULATED("Circulated to members", "govuk-tag--blue"),
    APPROVED("Approved", "govuk-tag--green");

    private final String words;
    private final String tag;

    MinutesState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    String inWords() {
        return words;
    }

    String tag() {
        return tag;
    }
}
