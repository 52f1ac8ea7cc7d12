package uk.slipway.peerchallenge;

/** How far a forum has come, in the order of the work; the last two lie beside that order. */
public enum ForumState {
    /** In the year's plan; its panel is being put together. */
    PLANNED("Planned", "put the forum into the year’s plan"),
    /** The panel is complete and named to the authority. */
    PANEL_CONFIRMED("Panel confirmed", "confirmed the panel"),
    /** The papers were released to the panel. */
    PACK_ISSUED("Pack issued", "issued the pack to the panel"),
    /** The authority has the challenge questions. */
    QUESTIONS_ISSUED("Questions issued", "issued the challenge questions to the authority"),
    /** The authority has answered in writing. */
    RESPONSES_IN("Responses in", "sent the written responses"),
    /** The day has been. */
    HELD("Held", "recorded the forum as held"),
    /** Headlines are drafted and lie with the authority. */
    HEADLINES_DRAFT("Headlines drafted", "sent the draft headlines to the authority"),
    /** The authority has answered every headline. */
    HEADLINES_AGREED("Headlines agreed", "answered the last headline"),
    /** The annual conversation that follows has been held. */
    CONVERSATION_HELD("Conversation held", "recorded the annual conversation as held"),
    /** All done. */
    CLOSED("Closed", "closed the forum"),
    /** Will be held on another day. */
    POSTPONED("Postponed", "postponed the forum"),
    /** Will not be held; a new forum may be scheduled. */
    CANCELLED("Cancelled", "cancelled the forum");

    private final String words;
    private final String trail;

    ForumState(String words, String trail) {
        this.words = words;
        this.trail = trail;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** What somebody did who brought a forum here, as the trail says it. */
    String inTheTrail() {
        return trail;
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
