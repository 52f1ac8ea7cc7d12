package uk.slipway.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a record's history.
 *
 * @param at when it happened
 * @param who the person's name as it was then
 * @param actingAs the role they acted in, in words
 * @param what what was done, in words that follow the name
 */
public record TrailEntry(Instant at, String who, @Nullable String actingAs, String what) {}
