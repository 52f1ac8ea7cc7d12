package uk.slipway.partnership;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Identifies a board. */
@Embeddable
public record BoardId(@Column(name = "board_id") UUID value) {}
