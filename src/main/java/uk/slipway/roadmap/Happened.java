package uk.slipway.roadmap;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/** Something was done with a priority, an action, an aim or the list of initiatives; none is one authority's. */
record Happened(String kind, UUID id, String inWords, Instant at) implements Recordable {

    @Override
    public RecordRef record() {
        return new RecordRef(kind, id);
    }

    @Override
    public @Nullable LocalAuthorityId authority() {
        return null;
    }
}
