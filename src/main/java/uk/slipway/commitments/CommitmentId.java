package uk.slipway.commitments;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies something that an authority said it will do. */
@Embeddable
public record CommitmentId(@Column(name = "commitment_id") UUID value) implements Serializable {}
