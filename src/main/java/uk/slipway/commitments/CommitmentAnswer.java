package uk.slipway.commitments;

/** How a commitment went, as an authority answers it in a later year's self-evaluation. */
public enum CommitmentAnswer {
    /** Done: it does not come back. */
    MET("Met"),
    PARTLY("Partly met"),
    NOT("Not met"),
    /** Goes on into the next year. */
    CARRIED("Carried forward");

    private final String words;

    CommitmentAnswer(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
