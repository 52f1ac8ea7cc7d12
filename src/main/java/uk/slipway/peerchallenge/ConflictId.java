package uk.slipway.peerchallenge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a declared conflict of interest. */
@Embeddable
record ConflictId(@Column(name = "id") UUID value) implements Serializable {}
