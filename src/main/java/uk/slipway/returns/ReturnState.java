package uk.slipway.returns;

/** Where an authority's answer is. */
enum ReturnState {
    OPEN("Not started yet", "govuk-tag--grey"),
    WRITING("Being written", "govuk-tag--blue"),
    SUBMITTED("Submitted", "govuk-tag--turquoise"),
    /** Given back by the region with a reason, before or after it was accepted. */
    RETURNED("Returned", "govuk-tag--orange"),
    /** The figures are locked. */
    ACCEPTED("Accepted", "govuk-tag--green");

    private final String words;
    private final String tag;

    ReturnState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    String inWords() {
        return words;
    }

    String tag() {
        return tag;
    }

    /** Whether the authority has the next move. */
    boolean isWithTheAuthority() {
        return this == OPEN || this == WRITING || this == RETURNED;
    }
}
