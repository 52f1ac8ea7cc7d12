package uk.slipway.brokering;

/** What sort of help somebody can give. */
enum OfferKind {
    SYSTEM_LEADER("A system leader"),
    SCHOOL("A school’s practice"),
    STRENGTH("An agreed strength of an authority"),
    OTHER("Something else");

    private final String words;

    OfferKind(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    String inWords() {
        return words;
    }
}
