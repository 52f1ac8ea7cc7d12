package uk.slipway.peerchallenge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import uk.slipway.kernel.RecordRef;

/** Identifies a key line of enquiry. */
@Embeddable
record KeyLineId(@Column(name = "id") UUID value) implements Serializable {

    static final String KIND = "key-line-of-enquiry";

    /** The line as the audit trail, the shares and the golden thread know it. */
    RecordRef asRecord() {
        return new RecordRef(KIND, value);
    }
}
