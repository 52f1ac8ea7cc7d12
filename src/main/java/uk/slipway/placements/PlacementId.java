package uk.slipway.placements;

import java.util.UUID;

/** Identifies a placement. */
public record PlacementId(UUID value) {}
