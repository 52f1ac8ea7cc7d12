package uk.slipway.sharing;

import java.time.Instant;

/**
 * Somebody opened what was shown to them.
 *
 * @param who their name
 * @param first when first
 * @param last when last
 */
public record Opening(String who, Instant first, Instant last) {}
