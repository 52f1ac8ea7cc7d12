package uk.slipway.roadmap;

import java.util.UUID;

/** Identifies a priority of a board. */
public record PriorityId(UUID value) {}
