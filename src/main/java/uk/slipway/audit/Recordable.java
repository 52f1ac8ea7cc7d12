package uk.slipway.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * Something that happened to a record and has to stay known. An event that implements this is written to the
 * {@link AuditTrail} in the transaction that caused it: it is recorded if, and only if, it took effect.
 */
public interface Recordable {

    /** The record that it happened to. */
    RecordRef record();

    /** The authority whose record it is, or null where it is none's. */
    @Nullable
    LocalAuthorityId authority();

    /** What was done, in words that follow a person's name: {@code approved the self-evaluation}. */
    String inWords();

    /** When it happened. */
    Instant at();
}
