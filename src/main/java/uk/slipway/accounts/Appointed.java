package uk.slipway.accounts;

import java.util.UUID;
import uk.slipway.kernel.DateSpan;

/**
 * A person appointed to a part.
 *
 * @param id the appointment
 * @param person who
 * @param kind to what part
 * @param subject of which forum, authority or regional team
 * @param span for how long
 */
public record Appointed(AppointmentId id, Person person, AppointmentKind kind, UUID subject, DateSpan span) {}
