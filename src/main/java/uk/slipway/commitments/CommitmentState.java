package uk.slipway.commitments;

/** Where a commitment stands: its latest answer, or before one, whether anything is known of it. */
public enum CommitmentState {
    OPEN("Not started", "govuk-tag--grey"),
    IN_PROGRESS("In progress", "govuk-tag--blue"),
    MET("Met", "govuk-tag--green"),
    PARTLY("Partly met", "govuk-tag--yellow"),
    NOT("Not met", "govuk-tag--orange"),
    CARRIED("Carried forward", "govuk-tag--purple");

    private final String words;
    private final String tag;

    CommitmentState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** The class of the tag that shows it; the words say the same. */
    String tag() {
        return tag;
    }

    static CommitmentState of(CommitmentAnswer answer) {
        return valueOf(answer.name());
    }
}
