package uk.slipway.cycles;

import uk.slipway.accounts.Role;

/**
 * One step of the sign-off chain; the chain is followed in order.
 *
 * @param role who takes it, for themselves
 * @param verb what they do, as it follows their title: {@code approves}, {@code signs}
 * @param optional whether the self-evaluation may be submitted without it
 */
public record SignOffStep(Role role, String verb, boolean optional) {}
