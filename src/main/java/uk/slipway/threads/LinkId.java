package uk.slipway.threads;

import java.util.UUID;

/** Identifies a link of the golden thread. */
record LinkId(UUID value) {}
