package uk.slipway.headlines;

/** How far the region and the authority have come with a headline. */
enum HeadlineState {
    DRAFT("Not agreed yet"),
    DISPUTED("Disputed"),
    AGREED("Agreed"),
    DROPPED("Not pursued");

    private final String words;

    HeadlineState(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    String inWords() {
        return words;
    }

    boolean isSettled() {
        return this == AGREED || this == DROPPED;
    }

    /** The class of its tag; the words beside it say the same. */
    String tag() {
        return switch (this) {
            case DRAFT -> "govuk-tag--blue";
            case DISPUTED -> "govuk-tag--orange";
            case AGREED -> "govuk-tag--green";
            case DROPPED -> "govuk-tag--grey";
        };
    }
}
