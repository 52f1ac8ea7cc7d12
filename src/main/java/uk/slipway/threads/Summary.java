package uk.slipway.threads;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing as it stands in a golden thread.
 *
 * @param strand what it is, for the order
 * @param what what it is, in words: {@code Challenge question}
 * @param words what it says
 * @param whose the authority or body it belongs to, by name
 * @param on the day it was made, or null where none is known
 * @param state where it stands, in words, or null where it has no states
 * @param since what has become of it since, such as a figure that was revised, or null
 * @param address its own page
 */
public record Summary(
        Strand strand,
        String what,
        String words,
        String whose,
        @Nullable LocalDate on,
        @Nullable String state,
        @Nullable String since,
        String address) {}
