package uk.slipway.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Shows one account to whoever manages it: an account manager sees of it what belongs to their authority. */
@UseCase(readOnly = true)
class ShowAccount {

    private final Accounts accounts;
    private final AccountGate gate;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    ShowAccount(Accounts accounts, AccountGate gate, AuditTrail trail, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.gate = gate;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A role or an appointment, of today, to come, or over. */
    record Held(
            UUID id, String what, LocalDate from, @Nullable LocalDate until, boolean isOver, boolean isAppointment) {}

    record Shown(
            AccountId id, String name, String email, boolean hasPassword, List<Held> held, List<TrailEntry> trail) {}

    /** @throws NotFound when the viewer does not manage it */
    public Shown show(Viewer viewer, AccountId id) {
        gate.required(viewer, id);
        var account = accounts.findById(id).orElseThrow(NotFound::new);
        var today = LondonTime.today(clock);
        var held = jdbc.sql("""
            select h.id, h.role as what, o.name as place, h.starts_on, h.ends_on, false as appointment
            from role_held h join organisation o on o.id = h.organisation_id
            where h.account_id = :account and (:everybody or h.organisation_id = :organisation)
            union all
            select p.id, p.kind, coalesce(o.name, 'a forum'), p.starts_on, p.ends_on, true
            from appointment p left join organisation o on o.id = p.subject_id
            where p.account_id = :account
              and (:everybody or (p.kind = 'ACTING_DIRECTOR' and p.subject_id = :organisation))
            order by 4 desc, 1
            """)
                .param("account", id.value())
                .param("everybody", viewer.is(Role.ADMINISTRATOR))
                .param("organisation", viewer.organisation().value())
                .query((row, number) -> {
                    boolean appointment = row.getBoolean("appointment");
                    var what = row.getString("what");
                    var until = row.getObject("ends_on", LocalDate.class);
                    return new Held(
                            row.getObject("id", UUID.class),
                            (appointment
                                            ? AppointmentKind.valueOf(what).inWords()
                                            : Role.valueOf(what).inWords()) + ", " + row.getString("place"),
                            row.getObject("starts_on", LocalDate.class),
                            until,
                            until != null && until.isBefore(today),
                            appointment);
                })
                .list();
        return new Shown(id, account.name(), account.email(), account.hasPassword(), held, trail(viewer, id));
    }

    /** What another organisation did is not an account manager's to read. */
    private List<TrailEntry> trail(Viewer viewer, AccountId id) {
        return trail.of(Account.ref(id)).stream()
                .filter(entry -> viewer.is(Role.ADMINISTRATOR)
                        || !entry.what().contains(", ")
                        || entry.what().contains(", " + viewer.organisationName()))
                .toList();
    }
}
