package uk.slipway.accounts;

import java.util.UUID;

/**
 * One way a person can act today: a role they hold, an appointment as acting Director, or appointments alone.
 *
 * @param id the role held or the appointment
 * @param viewer the person in that capacity
 */
record Capacity(UUID id, Viewer viewer) {}
