package uk.slipway.peerchallenge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a key line of enquiry. */
@Embeddable
record KeyLineId(@Column(name = "id") UUID value) implements Serializable {}
