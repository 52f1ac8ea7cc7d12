package uk.slipway.placements;

/** How far a placement has come. */
public enum PlacementState {
    /** The match is approved; the agreement waits for both authorities. */
    APPROVED("Approved, to be agreed"),
    /** Both authorities have signed the agreement. */
    AGREED("Agreed"),
    /** The child lives there; the placement plan is not signed yet. */
    STARTED("Started"),
    /** The plan is signed and the agreement is not: an emergency. */
    PLAN_SIGNED("Started, plan signed"),
    /** The child lives there, and plan and agreement are signed. */
    ACTIVE("Active"),
    ENDED("Ended"),
    /** It never started. */
    CANCELLED("Did not start");

    private final String words;

    PlacementState(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** Whether the child lives there. */
    public boolean isLive() {
        return this == STARTED || this == PLAN_SIGNED || this == ACTIVE;
    }

    /** Whether it is still ahead. */
    public boolean isAhead() {
        return this == APPROVED || this == AGREED;
    }

    String tag() {
        return switch (this) {
            case APPROVED -> "govuk-tag--blue";
            case AGREED -> "govuk-tag--light-blue";
            case STARTED, PLAN_SIGNED -> "govuk-tag--yellow";
            case ACTIVE -> "govuk-tag--green";
            case ENDED, CANCELLED -> "govuk-tag--grey";
        };
    }
}
