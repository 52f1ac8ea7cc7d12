package uk.slipway.placements;

import java.util.UUID;

/** Identifies a referral. It outlives the referral itself, which is deleted to statistics. */
public record ReferralId(UUID value) {}
