package uk.slipway.placements;

import java.util.UUID;

/** Identifies an offer. */
record OfferId(UUID value) {}
