package uk.slipway.datapacks;

/** What a figure suggests. */
enum Finding {
    STRENGTH,
    CHALLENGE
}
