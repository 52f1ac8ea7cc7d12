package uk.slipway.fosteringprotocol;

import java.util.UUID;

/** Identifies one version of a region's fostering protocol. */
public record ProtocolId(UUID value) {}
