package uk.slipway.cycles;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import uk.slipway.accounts.Role;

/** A step of the sign-off chain as a template keeps it. */
@Embeddable
record SignOffLine(@Enumerated(EnumType.STRING) Role role, String verb, boolean optional) {}
