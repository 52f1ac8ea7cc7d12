package uk.slipway.headlines;

/** What a forum found: something done well, or something to work on. */
public enum HeadlineKind {
    STRENGTH("Strength"),
    AREA_FOR_DEVELOPMENT("Area for development");

    private final String words;

    HeadlineKind(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
