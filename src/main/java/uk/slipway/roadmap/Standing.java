package uk.slipway.roadmap;

/** How a priority stands; on a page never without the words that were written with it. */
enum Standing {
    NOT_STARTED("Not started", "govuk-tag--grey"),
    ON_TRACK("On track", "govuk-tag--green"),
    AT_RISK("At risk", "govuk-tag--yellow"),
    OFF_TRACK("Off track", "govuk-tag--red"),
    ACHIEVED("Achieved", "govuk-tag--teal");

    private final String words;
    private final String tag;

    Standing(String words, String tag) {
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
}
