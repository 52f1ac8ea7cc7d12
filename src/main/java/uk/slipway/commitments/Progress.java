package uk.slipway.commitments;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** A note on how a commitment is going. */
@Embeddable
record Progress(@Column(name = "id") UUID id, String note, Instant notedAt, String notedByName) {}
