package uk.slipway.enquiries;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be done next about an enquiry. A choice and no text, so that it says nothing about the person. */
enum NextAction {
    CALL("Call"),
    WRITE("Write"),
    SEND_INFORMATION("Send information"),
    INVITE_TO_EVENT("Invite to an event"),
    ARRANGE_VISIT("Arrange the visit"),
    VISIT("Visit"),
    HAND_OVER("Hand over"),
    CHASE_CHECKS("Chase the checks"),
    ASSESS("Assess"),
    PREPARE_PANEL("Prepare the panel");

    private final String words;

    NextAction(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }

    /** The action with this name; empty for any other text. */
    static Optional<NextAction> of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(action -> action.name().equals(name))
                .findFirst();
    }
}
