package uk.slipway.sharing;

import java.util.UUID;

/** Identifies one act of showing a record to an audience. */
public record ShareId(UUID value) {}
