package uk.slipway.inspections;

import org.jspecify.annotations.Nullable;

/** The filters of the region's page, as chosen. */
record InspectionsForm(@Nullable String region, @Nullable String area) {}
