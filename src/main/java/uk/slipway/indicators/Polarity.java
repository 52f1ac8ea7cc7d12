package uk.slipway.indicators;

/** Which direction of a figure is good, if one is. */
public enum Polarity {
    HIGH("High is good"),
    LOW("Low is good"),
    /** Neither: no rank, no band, no colour, no arrow. */
    NONE("Neither high nor low is good in itself");

    private final String words;

    Polarity(String words) {
        this.words = words;
    }

    /** As a reader sees it. */
    public String inWords() {
        return words;
    }
}
