package uk.slipway.peerchallenge;

/** Where a challenge question comes from. */
public enum QuestionSource {
    DATA_GROUP("Data group"),
    /** Made from one of Ofsted's key lines of enquiry. */
    OFSTED_KLOE("Ofsted’s key line of enquiry"),
    PEER("Peer"),
    PREVIOUS_CYCLE("Last year");

    private final String words;

    QuestionSource(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
