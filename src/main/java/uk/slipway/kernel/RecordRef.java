package uk.slipway.kernel;

import java.util.UUID;

/**
 * Points at a record of any room without knowing the room.
 *
 * @param kind what it is, in words as they stand in an address: {@code self-evaluation}, {@code forum}
 * @param id its identifier
 */
public record RecordRef(String kind, UUID id) {}
