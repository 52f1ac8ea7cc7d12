package uk.slipway.placements;

/** How far a referral has come. */
enum ReferralState {
    DRAFT("Being written", "govuk-tag--grey"),
    /** The placing authority's own fostering service was asked first, and has no home. */
    SEARCHED("Own homes searched", "govuk-tag--grey"),
    CIRCULATED("Circulated", "govuk-tag--blue"),
    OFFERS_IN("Offers are in", "govuk-tag--light-blue"),
    SHORTLISTED("Shortlisted", "govuk-tag--light-blue"),
    MATCH_PROPOSED("Match proposed", "govuk-tag--purple"),
    PLACED("Match approved", "govuk-tag--green"),
    PLACED_IN_HOUSE("Placed in house", "govuk-tag--green"),
    PLACED_WITH_AGENCY("Placed with an agency", "govuk-tag--yellow"),
    NO_OFFER("No offer", "govuk-tag--orange"),
    WITHDRAWN("Withdrawn", "govuk-tag--grey");

    private final String words;
    private final String tag;

    ReferralState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    String inWords() {
        return words;
    }

    String tag() {
        return tag;
    }

    /** Whether what it says can still be changed. */
    boolean isBeingWritten() {
        return this == DRAFT || this == SEARCHED;
    }

    /** Whether other authorities can offer a home. */
    boolean isOut() {
        return this == CIRCULATED || this == OFFERS_IN || this == SHORTLISTED || this == MATCH_PROPOSED;
    }

    boolean isClosed() {
        return !isBeingWritten() && !isOut();
    }
}
