package uk.slipway.audit;

import uk.slipway.kernel.RecordRef;

/**
 * A line of the history of many records, with the one it belongs to.
 *
 * @param record the record it happened to
 * @param entry what happened
 */
public record TrailOf(RecordRef record, TrailEntry entry) {}
