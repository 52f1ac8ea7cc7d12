package uk.slipway.enquiries;

/** Who can hold the baton. */
enum Side {
    FRONT_DOOR,
    AUTHORITY
}
