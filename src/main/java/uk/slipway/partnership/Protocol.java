package uk.slipway.partnership;

/** How a board comes to a decision. */
public enum Protocol {
    CONSENSUS("Consensus"),
    MAJORITY("Majority"),
    CHAIR_ACTION("Chair’s action"),
    ADVISORY("Advisory");

    private final String words;

    Protocol(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** Whether enough members have to take part; the chair acts alone. */
    public boolean needsAQuorum() {
        return this != CHAIR_ACTION;
    }
}
