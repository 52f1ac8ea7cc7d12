package uk.slipway.notices;

/** What has become of a notice. */
enum NoticeState {
    PREPARED("Prepared, not sent", "govuk-tag--grey"),
    SENT("Sent", "govuk-tag--blue"),
    ON_PAPER("Given on paper", "govuk-tag--green"),
    WITHHELD("Withheld, regulation 13(3)", "govuk-tag--purple"),
    /** There is nobody to tell, or telling was not reasonably practicable; the reason is recorded. */
    NOT_NEEDED("Not given, with a reason", "govuk-tag--purple");

    private final String words;
    private final String tag;

    NoticeState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    String inWords() {
        return words;
    }

    String tag() {
        return tag;
    }

    /** Whether it has gone out in writing. */
    boolean isGiven() {
        return this == SENT || this == ON_PAPER;
    }
}
