package uk.slipway.peerchallenge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import uk.slipway.kernel.RecordRef;

/** Identifies a challenge question. */
@Embeddable
record QuestionId(@Column(name = "id") UUID value) implements Serializable {

    static final String KIND = "question";

    /** The question as the golden thread knows it. */
    RecordRef asRecord() {
        return new RecordRef(KIND, value);
    }
}
