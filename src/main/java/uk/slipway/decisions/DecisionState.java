package uk.slipway.decisions;

/** Where a decision stands. */
enum DecisionState {
    PROPOSED("Proposed", "govuk-tag--grey"),
    /** Put to the board: its words do not change any more, and members vote. */
    CIRCULATED("Put to the board", "govuk-tag--blue"),
    DECIDED("Decided", "govuk-tag--green"),
    DEFERRED("Deferred", "govuk-tag--yellow"),
    WITHDRAWN("Withdrawn", "govuk-tag--grey"),
    IMPLEMENTED("Carried out", "govuk-tag--green"),
    REVIEWED("Looked at again", "govuk-tag--green"),
    SUPERSEDED("Superseded", "govuk-tag--grey");

    private final String words;
    private final String tag;

    DecisionState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    String inWords() {
        return words;
    }

    String tag() {
        return tag;
    }

    /** Whether its words can be changed. */
    boolean isDraft() {
        return this == PROPOSED || this == DEFERRED;
    }

    boolean isMade() {
        return this == DECIDED || this == IMPLEMENTED || this == REVIEWED || this == SUPERSEDED;
    }

    boolean isOpen() {
        return this == PROPOSED || this == CIRCULATED || this == DEFERRED;
    }
}
