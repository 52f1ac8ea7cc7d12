package uk.slipway.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a person's account. */
@Embeddable
public record AccountId(@Column(name = "account_id") UUID value) implements Serializable {}
