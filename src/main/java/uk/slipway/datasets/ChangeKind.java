package uk.slipway.datasets;

/** How a release differs from the one before it. */
enum ChangeKind {
    FIGURE_RENAMED("Figures renamed"),
    FILTER_RENAMED("Filters renamed"),
    ITEM_RENAMED("Items of filters renamed"),
    FIGURE_ADDED("Figures added"),
    FIGURE_WITHDRAWN("Figures withdrawn"),
    FILTER_ADDED("Filters added"),
    FILTER_WITHDRAWN("Filters withdrawn"),
    ITEM_ADDED("Items of filters added"),
    ITEM_WITHDRAWN("Items of filters withdrawn"),
    PERIOD_ADDED("Periods added"),
    PERIOD_WITHDRAWN("Periods withdrawn"),
    PLACE_ADDED("Places added"),
    PLACE_WITHDRAWN("Places withdrawn"),
    RESTATED("Figures restated");

    private final String words;

    ChangeKind(String words) {
        this.words = words;
    }

    /** As a reader sees it. */
    String inWords() {
        return words;
    }
}
