package uk.slipway.roadmap;

import java.time.LocalDate;

/** How far an action is: open, in progress, done as its owner says, verified as the board's clerk or chair says. */
enum ActionState {
    OPEN("Open", "govuk-tag--grey"),
    IN_PROGRESS("In progress", "govuk-tag--light-blue"),
    DONE("Done, not verified yet", "govuk-tag--yellow"),
    VERIFIED("Done and verified", "govuk-tag--green");

    private final String words;
    private final String tag;

    ActionState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    /** As it is shown to people. */
    String inWords() {
        return words;
    }

    /** The class of its tag; the words say the same. */
    String tag() {
        return tag;
    }

    /** Whether an action in this state is late on a day. */
    boolean isOverdue(LocalDate due, LocalDate today) {
        return (this == OPEN || this == IN_PROGRESS) && due.isBefore(today);
    }

    /** Whether an action may go from here to there: forward one step, done at once, or back to work. */
    boolean mayBecome(ActionState next) {
        return switch (next) {
            case OPEN -> false;
            case IN_PROGRESS -> this == OPEN || this == DONE;
            case DONE -> this == OPEN || this == IN_PROGRESS;
            case VERIFIED -> this == DONE;
        };
    }
}
