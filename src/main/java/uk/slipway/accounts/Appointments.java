package uk.slipway.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Appointments extends Repository<Appointment, AppointmentId> {

    /** At once, so that statements beside JPA in the same transaction see it. */
    Appointment saveAndFlush(Appointment appointment);

    Optional<Appointment> findById(AppointmentId id);

    List<Appointment> findByAccountAndKindAndSubjectId(AccountId account, AppointmentKind kind, UUID subject);
}
