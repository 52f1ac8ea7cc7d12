package uk.slipway.notices;

/** What the law asks for, each with a clock. */
enum ClockKind {
    PLAN("Placement plan signed", Regulation.PLACEMENT_PLAN),
    APPROVAL("Placement out of area approved", Regulation.PLACEMENT_DECISION),
    /** Regulation 11(3) lets it follow the approval of an emergency; its text could not be read. */
    AREA_AFTER_APPROVAL("Area authority notified or consulted", Regulation.PLACEMENT_DECISION),
    REVIEWING_OFFICER("Reviewing officer told", Regulation.NOTIFICATION),
    AREA_AUTHORITY("Area authority told", Regulation.NOTIFICATION),
    OTHERS("Everybody else told", Regulation.NOTIFICATION),
    REVIEW("Case reviewed before the ending", Regulation.ENDING),
    ENDING_TOLD("Everybody told of the ending", Regulation.ENDING);

    private final String words;
    private final Regulation regulation;

    ClockKind(String words, Regulation regulation) {
        this.words = words;
        this.regulation = regulation;
    }

    String inWords() {
        return words;
    }

    Regulation regulation() {
        return regulation;
    }

    /** Whether the text that asks for it was read; one that was not is to be checked by the region. */
    boolean isRead() {
        return this != AREA_AFTER_APPROVAL;
    }

    /** What whoever has to see to it is asked to do, for a placement. */
    String asked(String reference) {
        return switch (this) {
            case PLAN -> "Have the placement plan signed: " + reference;
            case APPROVAL -> "Have the placement out of area approved: " + reference;
            case AREA_AFTER_APPROVAL -> "Notify or consult the area authority on the placement: " + reference;
            case REVIEWING_OFFICER -> "Tell the Independent Reviewing Officer of the placement: " + reference;
            case AREA_AUTHORITY -> "Tell the area authority of the placement: " + reference;
            case OTHERS -> "Tell everybody else of the placement: " + reference;
            case REVIEW -> "Have the child’s case reviewed before the placement ends: " + reference;
            case ENDING_TOLD -> "Tell everybody of the ending: " + reference;
        };
    }
}
