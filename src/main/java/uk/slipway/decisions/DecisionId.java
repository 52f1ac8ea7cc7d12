package uk.slipway.decisions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Identifies a decision of a board. */
@Embeddable
public record DecisionId(@Column(name = "decision_id") UUID value) {}
