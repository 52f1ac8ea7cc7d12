package uk.slipway.datapacks;

/** How far a pack is. */
enum PackState {
    /** Only the regional team sees it. */
    PREPARED,
    ISSUED,
    /** Both sides have agreed it, perhaps with disagreements in it. */
    AGREED
}
