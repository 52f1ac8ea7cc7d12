package uk.slipway.accounts;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/** A person's part in something, for a time: a forum's panel, the data group, an absent Director's place. */
@Entity
class Appointment extends AbstractAggregateRoot<Appointment> {

    @EmbeddedId
    private AppointmentId id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account_id"))
    private AccountId account;

    @Enumerated(EnumType.STRING)
    private AppointmentKind kind;

    private UUID subjectId;

    @Embedded
    private DaysHeld days;

    private String givenBy;

    /** For JPA. */
    protected Appointment() {}

    private Appointment(
            AppointmentId id, AccountId account, AppointmentKind kind, UUID subject, DateSpan span, String givenBy) {
        this.id = id;
        this.account = account;
        this.kind = kind;
        this.subjectId = subject;
        this.days = DaysHeld.of(span);
        this.givenBy = givenBy;
    }

    static Appointment make(
            AppointmentId id,
            AccountId account,
            AppointmentKind kind,
            UUID subject,
            @Nullable Place place,
            DateSpan span,
            String givenBy,
            Instant at) {
        var appointment = new Appointment(id, account, kind, subject, span, givenBy);
        appointment.registerEvent(new Made(account, authorityOf(place), words(kind, place), at));
        return appointment;
    }

    AppointmentId id() {
        return id;
    }

    AccountId account() {
        return account;
    }

    AppointmentKind kind() {
        return kind;
    }

    UUID subject() {
        return subjectId;
    }

    boolean isOverBefore(LocalDate day) {
        return days.areOverBefore(day);
    }

    boolean overlaps(DateSpan span) {
        return days.overlap(span);
    }

    /** Ends it with a last day; the day before today ends it at once. One that is over stays as it was. */
    void end(LocalDate lastDay, @Nullable Place place, LocalDate today, Instant at) {
        if (isOverBefore(today)) {
            return;
        }
        days = days.until(lastDay);
        registerEvent(new Ended(account, authorityOf(place), words(kind, place), at));
    }

    private static @Nullable LocalAuthorityId authorityOf(@Nullable Place place) {
        return place == null ? null : place.authority();
    }

    private static String words(AppointmentKind kind, @Nullable Place place) {
        return kind.inWords() + (place == null ? "" : ", " + place.name());
    }

    /** Somebody was appointed. */
    record Made(AccountId account, @Nullable LocalAuthorityId authority, String what, Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return Account.ref(account);
        }

        @Override
        public String inWords() {
            return "appointed to: " + what;
        }
    }

    /** An appointment was ended. */
    record Ended(AccountId account, @Nullable LocalAuthorityId authority, String what, Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return Account.ref(account);
        }

        @Override
        public String inWords() {
            return "ended the appointment: " + what;
        }
    }
}
