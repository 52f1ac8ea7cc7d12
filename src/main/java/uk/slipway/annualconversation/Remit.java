package uk.slipway.annualconversation;

/** What an annual conversation is about. */
public enum Remit {
    SOCIAL_CARE("Social care"),
    EDUCATION("Education"),
    SEND("Special educational needs and disabilities"),
    JOINT("Social care and education together");

    private final String words;

    Remit(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
