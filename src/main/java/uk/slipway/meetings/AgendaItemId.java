package uk.slipway.meetings;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Identifies an item of an agenda, in a meeting or in the backlog. */
@Embeddable
public record AgendaItemId(@Column(name = "item_id") UUID value) {}
