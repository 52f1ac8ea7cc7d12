package uk.slipway.meetings;

import java.time.Instant;

/**
 * The papers of a meeting as one PDF, as it was built last.
 *
 * @param number 1 for the first
 * @param fingerprint of all that went into it
 * @param parts what went into it, a line for each
 * @param changed what the version before it had otherwise, as a sentence; empty for the first
 */
record Pack(int number, String fingerprint, String parts, String changed, int pages, Instant builtAt) {}
