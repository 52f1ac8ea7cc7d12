package uk.slipway.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an appointment. */
@Embeddable
public record AppointmentId(@Column(name = "id") UUID value) implements Serializable {}
