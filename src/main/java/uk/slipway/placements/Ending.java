package uk.slipway.placements;

/** How a placement ended. */
public enum Ending {
    PLANNED("As planned"),
    UNPLANNED("Unplanned");

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
