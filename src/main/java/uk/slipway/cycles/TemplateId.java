package uk.slipway.cycles;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies one version of a region's template. */
@Embeddable
record TemplateId(@Column(name = "template_id") UUID value) implements Serializable {}
