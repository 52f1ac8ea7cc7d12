package uk.slipway.brokering;

/** How far a request for support is. */
enum SupportState {
    DRAFT("Not asked yet", "govuk-tag--grey"),
    ASKED("Asked for", "govuk-tag--yellow"),
    PROPOSED("Help proposed", "govuk-tag--light-blue"),
    AGREED("Agreed", "govuk-tag--teal"),
    LOOKED_BACK("Looked back", "govuk-tag--green"),
    WITHDRAWN("Withdrawn", "govuk-tag--grey");

    private final String words;
    private final String tag;

    SupportState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    /** As it is shown to people. */
    String inWords() {
        return words;
    }

    /** The class of its tag; the words say the same. */
    String tag() {
        return tag;
    }

    boolean isOver() {
        return this == LOOKED_BACK || this == WITHDRAWN;
    }
}
