package uk.slipway.indicators;

/** What a figure counts in. */
public enum Unit {
    NUMBER("number", ""),
    PERCENT("percentage", "%"),
    RATE_PER_10000("rate per 10,000 children", " per 10,000");

    private final String words;
    private final String suffix;

    Unit(String words, String suffix) {
        this.words = words;
        this.suffix = suffix;
    }

    /** As a reader sees it. */
    public String inWords() {
        return words;
    }

    /** What stands behind a value. */
    public String suffix() {
        return suffix;
    }
}
