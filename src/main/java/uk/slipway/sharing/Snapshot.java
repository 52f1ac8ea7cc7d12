package uk.slipway.sharing;

import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.RecordRef;

/**
 * A record as its audience reads it: a copy of its words at the moment of showing, which no later change of the record
 * alters.
 *
 * @param record the record it is a copy of
 * @param heading what it is, in a few words: {@code Strength: help and protection}
 * @param body the words themselves
 * @param detail what belongs below them, such as the evidence, or null
 */
public record Snapshot(
        RecordRef record,
        String heading,
        String body,
        @Nullable String detail) {}
