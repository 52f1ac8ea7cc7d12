package uk.slipway.brokering;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a request for support. */
@Embeddable
record SupportRequestId(@Column(name = "id") UUID value) implements Serializable {}
