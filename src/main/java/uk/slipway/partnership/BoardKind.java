package uk.slipway.partnership;

/** What a board is within the region. */
public enum BoardKind {
    REGIONAL("Regional board"),
    SUB_REGIONAL("Sub-regional board"),
    TASK_GROUP("Task group");

    private final String words;

    BoardKind(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
