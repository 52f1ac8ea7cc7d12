package uk.slipway.web;

import org.jspecify.annotations.Nullable;

/**
 * Something a person owes, as a home page lists it.
 *
 * @param what what to do, as a verb phrase: "Sign the self-evaluation"
 * @param href where to do it
 * @param when by when, in words: "in 9 days, Friday 5 December"
 * @param more one sentence more, or null
 * @param late whether the day has passed
 */
public record Owed(
        String what, String href, String when, @Nullable String more, boolean late) {}
