package uk.slipway.sharing;

import java.util.UUID;

/** Identifies the receipt for one act of showing. */
public record ReceiptId(UUID value) {}
