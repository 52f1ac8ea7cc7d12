package uk.slipway.returns;

import java.util.UUID;

/**
 * An indicator as one quarter's return asks for it.
 *
 * @param place its place in that return, from 1; the fields of its form are named by it
 * @param indicator the line of the region's list it was taken from
 */
record AskedIndicator(UUID id, int place, UUID indicator, QuarterlyDefinition definition) {}
