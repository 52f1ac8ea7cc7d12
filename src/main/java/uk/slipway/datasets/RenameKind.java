package uk.slipway.datasets;

/** What has another name than in the release before. */
enum RenameKind {
    FIGURE("Figure"),
    FILTER("Filter"),
    ITEM("Item of the filter");

    private final String words;

    RenameKind(String words) {
        this.words = words;
    }

    /** As a reader sees it. */
    String inWords() {
        return words;
    }
}
