package uk.slipway.brokering;

/** What the one who asked says afterwards. */
enum Helped {
    YES("It helped"),
    PARTLY("It helped in part"),
    NO("It did not help");

    private final String words;

    Helped(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    String inWords() {
        return words;
    }
}
