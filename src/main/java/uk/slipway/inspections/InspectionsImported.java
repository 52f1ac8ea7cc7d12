package uk.slipway.inspections;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/** A file of published inspections took effect, perhaps with its warnings accepted. */
record InspectionsImported(UUID file, Inspections.Counts counts, int warningsAccepted, Instant at)
        implements Recordable {

    static final String KIND = "inspection-import";

    @Override
    public RecordRef record() {
        return new RecordRef(KIND, file);
    }

    @Override
    public @Nullable LocalAuthorityId authority() {
        return null;
    }

    @Override
    public String inWords() {
        return "imported published inspections: " + counts.added() + " added, " + counts.changed() + " changed"
                + (warningsAccepted == 0 ? "" : ", accepting " + warningsAccepted + " warnings");
    }
}
