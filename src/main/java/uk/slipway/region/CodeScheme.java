package uk.slipway.region;

/** Who gives a code to local authorities. */
public enum CodeScheme {
    /** Nine characters, given by the Office for National Statistics, such as E08000001. */
    GSS("ONS (GSS) code"),
    /** Three digits, given by the Department for Education, such as 350. */
    DFE("Department for Education number");

    private final String words;

    CodeScheme(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
