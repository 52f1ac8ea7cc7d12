package uk.slipway.placements;

/** Whether there is time to plan. An emergency relaxes when others are told; it never waives an approval. */
public enum Route {
    PLANNED("Planned"),
    EMERGENCY("Emergency");

    private final String words;

    Route(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
