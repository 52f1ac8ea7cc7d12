package uk.slipway.datasets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a data set. */
@Embeddable
public record DatasetId(@Column(name = "id") UUID value) implements Serializable {}
