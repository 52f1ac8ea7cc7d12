package uk.slipway.headlines;

/** The two that have to accept the same words. */
enum Side {
    REGION,
    AUTHORITY
}
