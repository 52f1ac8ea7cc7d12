package uk.slipway.selfevaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import uk.slipway.kernel.RecordRef;

/** Identifies one version of an authority's self-evaluation in one cycle. */
@Embeddable
public record SelfEvaluationId(@Column(name = "id") UUID value) implements Serializable {

    /** Its kind in addresses, shares and the trail. */
    static final String KIND = "self-evaluation";

    /** As other rooms point at it. */
    public RecordRef asRecord() {
        return new RecordRef(KIND, value);
    }
}
