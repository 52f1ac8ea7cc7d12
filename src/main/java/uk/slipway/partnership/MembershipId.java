package uk.slipway.partnership;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Identifies a membership: one seat on one board, for one term. */
@Embeddable
public record MembershipId(@Column(name = "membership_id") UUID value) {}
