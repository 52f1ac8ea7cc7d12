package uk.slipway.cycles;

import org.jspecify.annotations.Nullable;
import uk.slipway.web.DateParts;

/**
 * A signature as it was typed: the box that a person ticks for themselves, or what an officer records of a paper.
 *
 * @param id made with the form, for a paper
 */
record MemorandumForm(
        @Nullable String agreed,
        @Nullable String id,
        @Nullable String role,
        @Nullable String name,
        @Nullable DateParts signedOn,
        @Nullable String note) {}
