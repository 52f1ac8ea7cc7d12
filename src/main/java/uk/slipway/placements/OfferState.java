package uk.slipway.placements;

/** How far an offer has come. */
enum OfferState {
    OFFERED("Offered", "govuk-tag--blue"),
    SHORTLISTED("Shortlisted", "govuk-tag--light-blue"),
    PROPOSED("Proposed as the match", "govuk-tag--purple"),
    ACCEPTED("Accepted", "govuk-tag--green"),
    DECLINED("Declined", "govuk-tag--grey"),
    WITHDRAWN("Withdrawn", "govuk-tag--grey"),
    CLOSED("Another home was chosen", "govuk-tag--grey");

    private final String words;
    private final String tag;

    OfferState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    String inWords() {
        return words;
    }

    String tag() {
        return tag;
    }

    boolean isOpen() {
        return this == OFFERED || this == SHORTLISTED || this == PROPOSED;
    }
}
