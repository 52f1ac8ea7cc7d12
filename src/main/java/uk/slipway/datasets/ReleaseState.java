package uk.slipway.datasets;

/** Where a file that was sent stands. */
enum ReleaseState {
    CHECKED("Checked, waiting to be published"),
    REFUSED("Refused"),
    PUBLISHED("Published"),
    DISCARDED("Discarded");

    private final String words;

    ReleaseState(String words) {
        this.words = words;
    }

    public String inWords() {
        return words;
    }
}
