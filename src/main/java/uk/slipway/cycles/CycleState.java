package uk.slipway.cycles;

/** How far a region's year is. */
public enum CycleState {
    /** Being set up by the regional manager; nobody else sees it. */
    DRAFT("being set up"),
    /** The year runs: authorities write, sign and are challenged. */
    OPEN("open"),
    /** The year is over and its dates stand for ever. */
    CLOSED("closed");

    private final String words;

    CycleState(String words) {
        this.words = words;
    }

    /** As it is shown to people, in the middle of a sentence. */
    public String inWords() {
        return words;
    }
}
