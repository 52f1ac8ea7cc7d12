package uk.slipway.region;

/** How close a statistical neighbour is, in the words of the Department for Education's model. */
public enum Closeness {
    EXTREMELY_CLOSE("Extremely close"),
    VERY_CLOSE("Very close"),
    CLOSE("Close"),
    SOMEWHAT_CLOSE("Somewhat close"),
    NOT_CLOSE("Not close");

    private final String words;

    Closeness(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
