package uk.slipway.commitments;

/** Where a commitment comes from. */
public enum CommitmentSource {
    /** An area for development among the headlines that an authority agreed after its forum. */
    AREA_FOR_DEVELOPMENT("Area for development"),
    /** A next step agreed by the Director and Ofsted's colleague. */
    NEXT_STEP("Next step agreed with Ofsted");

    private final String words;

    CommitmentSource(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
