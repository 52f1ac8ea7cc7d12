package uk.slipway.notices;

/** What of an ending is recorded here, because the clocks of regulation 14 go by it. */
enum EndingStep {
    INTENDED("The authority intends to end the placement on"),
    REVIEWED("The child’s case was reviewed on"),
    IMMEDIATE_RISK("Immediate risk: the placement was ended without waiting for a review, decided on"),
    /** Regulation 14(5): an ending that the regulation does not ask anything of. */
    LEFT_OUT("Regulation 14 does not apply to this ending, found on");

    private final String words;

    EndingStep(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }
}
