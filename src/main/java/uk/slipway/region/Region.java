package uk.slipway.region;

/**
 * One of the nine regions of England.
 *
 * @param code its ONS code
 * @param name its name as published, such as "Yorkshire and The Humber"
 */
public record Region(RegionCode code, String name) {}
