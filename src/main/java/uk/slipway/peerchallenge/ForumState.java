package uk.slipway.peerchallenge;

/** How far a forum has come, in the order of the work; the last two lie beside that order. */
public enum ForumState {
    /** In the year's plan; its panel is being put together. */
    PLANNED("Planned"),
    /** The panel is complete and named to the authority. */
    PANEL_CONFIRMED("Panel confirmed"),
    /** The papers were released to the panel. */
    PACK_ISSUED("Pack issued"),
    /** The authority has the challenge questions. */
    QUESTIONS_ISSUED("Questions issued"),
    /** The authority has answered in writing. */
    RESPONSES_IN("Responses in"),
    /** The day has been. */
    HELD("Held"),
    /** Headlines are drafted and lie with the authority. */
    HEADLINES_DRAFT("Headlines drafted"),
    /** The authority has answered every headline. */
    HEADLINES_AGREED("Headlines agreed"),
    /** The annual conversation that follows has been held. */
    CONVERSATION_HELD("Conversation held"),
    /** All done. */
    CLOSED("Closed"),
    /** Will be held on another day. */
    POSTPONED("Postponed"),
    /** Will not be held; a new forum may be scheduled. */
    CANCELLED("Cancelled");

    private final String words;

    ForumState(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** Whether the work has come to that step, or further. A postponed or cancelled forum has come to none. */
    public boolean hasReached(ForumState step) {
        return !isStopped() && ordinal() >= step.ordinal();
    }

    /** Whether it is postponed or cancelled. */
    public boolean isStopped() {
        return this == POSTPONED || this == CANCELLED;
    }
}
