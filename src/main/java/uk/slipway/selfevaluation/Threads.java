package uk.slipway.selfevaluation;

import java.util.UUID;
import uk.slipway.kernel.RecordRef;

/** A citation as the golden thread points at it: the figure that was cited, and the sentence that cites it. */
final class Threads {

    static final String FIGURE = "figure";
    static final String SENTENCE = "sentence";

    private Threads() {}

    static RecordRef figure(UUID citation) {
        return new RecordRef(FIGURE, citation);
    }

    static RecordRef sentence(UUID citation) {
        return new RecordRef(SENTENCE, citation);
    }
}
