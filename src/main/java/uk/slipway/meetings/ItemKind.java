package uk.slipway.meetings;

/** What a board is asked to do with an item. */
public enum ItemKind {
    DECISION("Decision"),
    DISCUSSION("Discussion"),
    INFORMATION("Information");

    private final String words;

    ItemKind(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
