package uk.slipway.peerchallenge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import uk.slipway.kernel.RecordRef;

/** Identifies a forum. */
@Embeddable
public record ForumId(@Column(name = "id") UUID value) implements Serializable {

    /** The forum as the audit trail and the shares know it. */
    public RecordRef asRecord() {
        return new RecordRef("forum", value);
    }
}
