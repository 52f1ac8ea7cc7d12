package uk.slipway.indicators;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an indicator. */
@Embeddable
public record IndicatorId(@Column(name = "id") UUID value) implements Serializable {}
