package uk.slipway.roadmap;

import java.util.UUID;

/** Identifies an action under a priority. */
public record ActionId(UUID value) {}
