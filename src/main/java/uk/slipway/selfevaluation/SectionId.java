package uk.slipway.selfevaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a section of one version of a self-evaluation. */
@Embeddable
record SectionId(@Column(name = "id") UUID value) implements Serializable {}
