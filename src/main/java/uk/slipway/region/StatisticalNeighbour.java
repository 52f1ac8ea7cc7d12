package uk.slipway.region;

/**
 * An authority that a model finds like another one. The relation is not symmetric.
 *
 * @param rank 1 for the closest
 * @param authority the neighbour
 * @param closeness how close, in the model's words
 */
public record StatisticalNeighbour(int rank, LocalAuthority authority, Closeness closeness) {}
