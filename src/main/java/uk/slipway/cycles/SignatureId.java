package uk.slipway.cycles;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies one signature under a memorandum. */
@Embeddable
record SignatureId(@Column(name = "signature_id") UUID value) implements Serializable {}
