package uk.slipway.cycles;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a region's year. */
@Embeddable
public record CycleId(@Column(name = "cycle_id") UUID value) implements Serializable {}
