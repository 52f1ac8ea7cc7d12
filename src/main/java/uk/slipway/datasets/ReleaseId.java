package uk.slipway.datasets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a file that was sent for a data set, and the release that it became. */
@Embeddable
public record ReleaseId(@Column(name = "id") UUID value) implements Serializable {}
