package uk.slipway.selfevaluation;

/** Where a self-evaluation stands. Returned to its author is a draft again, with a stored reason. */
public enum SelfEvaluationState {
    DRAFT("Being written"),
    IN_REVIEW("In review"),
    SIGNED_OFF("Signed off"),
    SUBMITTED("Submitted"),
    CHALLENGED("Challenged"),
    CLOSED("Closed");

    private final String words;

    SelfEvaluationState(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** Whether its authority still writes, reviews or signs it, and nobody else may read it. */
    public boolean isBeforeSubmission() {
        return switch (this) {
            case DRAFT, IN_REVIEW, SIGNED_OFF -> true;
            case SUBMITTED, CHALLENGED, CLOSED -> false;
        };
    }

    /** Whether it has reached a state, or gone beyond it. */
    boolean hasReached(SelfEvaluationState other) {
        return compareTo(other) >= 0;
    }
}
