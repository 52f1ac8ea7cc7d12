package uk.slipway.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.OrganisationId;
import uk.slipway.web.NotFound;

/** Ends an appointment. Whoever then holds nothing more is signed out everywhere. The caller has asked who may do so. */
@UseCase
public class EndAppointment {

    private final Appointments appointments;
    private final Places places;
    private final Sessions sessions;
    private final Clock clock;

    EndAppointment(Appointments appointments, Places places, Sessions sessions, Clock clock) {
        this.appointments = appointments;
        this.places = places;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Ends it at once.
     *
     * @throws NotFound when there is no such appointment
     */
    public void endNow(AppointmentId id) {
        end(appointments.findById(id).orElseThrow(NotFound::new), yesterday());
    }

    /** Ends at once every appointment of a person to a part; none is no mistake. */
    public void endNow(AccountId account, AppointmentKind kind, UUID subject) {
        appointments
                .findByAccountAndKindAndSubjectId(account, kind, subject)
                .forEach(appointment -> end(appointment, yesterday()));
    }

    /** Ends with a last day every appointment of a person to a part; none is no mistake. */
    public void endOn(AccountId account, AppointmentKind kind, UUID subject, LocalDate lastDay) {
        appointments
                .findByAccountAndKindAndSubjectId(account, kind, subject)
                .forEach(appointment -> end(appointment, lastDay));
    }

    private LocalDate yesterday() {
        return LondonTime.today(clock).minusDays(1);
    }

    private void end(Appointment appointment, LocalDate lastDay) {
        var place = appointment.kind().isOnAPanel()
                ? null
                : places.find(new OrganisationId(appointment.subject())).orElse(null);
        appointment.end(lastDay, place, LondonTime.today(clock), clock.instant());
        appointments.saveAndFlush(appointment);
        sessions.endUnlessStillActing(appointment.account());
    }
}
