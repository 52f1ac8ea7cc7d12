package uk.slipway.annualconversation;

/** How far a conversation has come. */
public enum ConversationState {
    PLANNED("Planned"),
    POSTPONED("Postponed"),
    HELD("Held"),
    CLOSED("Closed"),
    CANCELLED("Cancelled");

    private final String words;

    ConversationState(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** Whether it is still ahead. */
    boolean isAhead() {
        return this == PLANNED || this == POSTPONED;
    }

    /** The class of its tag; the words beside it say the same. */
    String tag() {
        return switch (this) {
            case PLANNED -> "govuk-tag--blue";
            case POSTPONED -> "govuk-tag--orange";
            case HELD -> "govuk-tag--green";
            case CLOSED, CANCELLED -> "govuk-tag--grey";
        };
    }
}
