package uk.slipway.datapacks;

/** Where the two sides are with one figure. */
enum FigureState {
    OPEN("Not agreed yet", "govuk-tag--grey"),
    AGREED("Agreed", "govuk-tag--green"),
    QUERIED("Queried", "govuk-tag--yellow"),
    /** The region has answered the query; the authority says whether it agrees. */
    ANSWERED("Query answered", "govuk-tag--blue"),
    /** Both know that they differ; the figures and reasons of both stay. */
    NOT_AGREED("Not agreed", "govuk-tag--orange");

    private final String words;
    private final String tag;

    FigureState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    String inWords() {
        return words;
    }

    String tag() {
        return tag;
    }

    /** Whether neither side has anything left to say. */
    boolean isSettled() {
        return this == AGREED || this == NOT_AGREED;
    }
}
