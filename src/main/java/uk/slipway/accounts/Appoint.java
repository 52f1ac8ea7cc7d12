package uk.slipway.accounts;

import java.time.Clock;
import java.util.UUID;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.OrganisationId;

/** Appoints a person to a part for a time. The caller has asked who may do so. */
@UseCase
public class Appoint {

    private final Appointments appointments;
    private final Places places;
    private final CurrentViewer actor;
    private final Clock clock;

    Appoint(Appointments appointments, Places places, CurrentViewer actor, Clock clock) {
        this.appointments = appointments;
        this.places = places;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Appoints. Who has the same part already in that span keeps what they have.
     *
     * @param subject the forum, the authority or the regional team, as the kind says
     */
    public AppointmentId appoint(AccountId account, AppointmentKind kind, UUID subject, DateSpan span) {
        return appointments.findByAccountAndKindAndSubjectId(account, kind, subject).stream()
                .filter(appointment -> appointment.overlaps(span))
                .findFirst()
                .orElseGet(() -> appointments.saveAndFlush(Appointment.make(
                        new AppointmentId(Uuid7.at(clock.instant())),
                        account,
                        kind,
                        subject,
                        kind.isOnAPanel()
                                ? null
                                : places.find(new OrganisationId(subject)).orElse(null),
                        span,
                        actor.current().name(),
                        clock.instant())))
                .id();
    }
}
