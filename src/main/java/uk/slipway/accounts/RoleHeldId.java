package uk.slipway.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a role that a person holds, or held, in an organisation. */
@Embeddable
public record RoleHeldId(@Column(name = "id") UUID value) implements Serializable {}
