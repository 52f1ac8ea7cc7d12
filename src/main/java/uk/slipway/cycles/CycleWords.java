package uk.slipway.cycles;

import java.util.ArrayList;
import uk.slipway.web.Words;

/** Words of the pages about years. */
final class CycleWords {

    private CycleWords() {}

    static String stateOf(CycleState state) {
        return switch (state) {
            case DRAFT -> "Being set up";
            case OPEN -> "Open";
            case CLOSED -> "Closed";
        };
    }

    static String tagOf(CycleState state) {
        return switch (state) {
            case DRAFT -> "govuk-tag--yellow";
            case OPEN -> "govuk-tag--green";
            case CLOSED -> "govuk-tag--grey";
        };
    }

    static String panel(ForumShape shape) {
        var parts = new ArrayList<String>();
        parts.add("up to " + shape.maximumPeers() + (shape.maximumPeers() == 1 ? " peer Director" : " peer Directors"));
        if (shape.educationSpecialist()) {
            parts.add("an education specialist");
        }
        if (shape.socialCareLead()) {
            parts.add("the regional social care lead");
        }
        return sentence(new Words().list(parts));
    }

    static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String lowerFirst(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
