package uk.slipway.annualconversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an annual conversation. */
@Embeddable
public record ConversationId(@Column(name = "id") UUID value) implements Serializable {}
