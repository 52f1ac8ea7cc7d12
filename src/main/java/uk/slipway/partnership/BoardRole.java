package uk.slipway.partnership;

/** What a person is on a board. */
public enum BoardRole {
    CHAIR("Chair"),
    VICE_CHAIR("Vice chair"),
    MEMBER("Member"),
    /** Stands in for a member; counts and votes only where the attendance says so. */
    DEPUTY("Deputy"),
    ADVISER("Adviser"),
    OBSERVER("Observer");

    private final String words;

    BoardRole(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** Whether it may have a vote. */
    public boolean mayVote() {
        return this != ADVISER && this != OBSERVER;
    }

    /** Whether it is a seat of its own, which counts towards a quorum. */
    public boolean isASeat() {
        return this == CHAIR || this == VICE_CHAIR || this == MEMBER;
    }
}
