package uk.slipway.headlines;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a headline. */
@Embeddable
public record HeadlineId(@Column(name = "id") UUID value) implements Serializable {}
