package uk.slipway.commitments;

import org.jspecify.annotations.Nullable;

/** The filters of the list, as chosen. */
record CommitmentsForm(
        @Nullable String state,
        @Nullable String area,
        @Nullable String authority,
        @Nullable String before) {}
