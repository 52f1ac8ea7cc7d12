package uk.slipway.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.OrganisationId;
import uk.slipway.web.NotFound;

/**
 * What whoever manages accounts does with one: invites a joiner, gives and ends roles, appoints. Each asks the gate
 * first; the same request twice has one effect.
 */
@UseCase
class ManageAccount {

    private final AccountGate gate;
    private final Accounts accounts;
    private final RolesHeld roles;
    private final Appointments appointments;
    private final OpenAccount openAccount;
    private final GiveRole giveRole;
    private final EndRole endRole;
    private final Appoint appoint;
    private final EndAppointment endAppointment;
    private final SendInvitation sendInvitation;
    private final Places places;
    private final JdbcClient jdbc;
    private final Clock clock;

    ManageAccount(
            AccountGate gate,
            Accounts accounts,
            RolesHeld roles,
            Appointments appointments,
            OpenAccount openAccount,
            GiveRole giveRole,
            EndRole endRole,
            Appoint appoint,
            EndAppointment endAppointment,
            SendInvitation sendInvitation,
            Places places,
            JdbcClient jdbc,
            Clock clock) {
        this.gate = gate;
        this.accounts = accounts;
        this.roles = roles;
        this.appointments = appointments;
        this.openAccount = openAccount;
        this.giveRole = giveRole;
        this.endRole = endRole;
        this.appoint = appoint;
        this.endAppointment = endAppointment;
        this.sendInvitation = sendInvitation;
        this.places = places;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a role can be held in an organisation that the viewer manages. */
    public boolean fits(Viewer viewer, Role role, OrganisationId organisation) {
        return gate.mayManage(viewer, organisation)
                && gate.roles(viewer).contains(role)
                && places.find(organisation)
                        .filter(place -> place.mayHave(role))
                        .isPresent();
    }

    /** Whether a joiner can be invited into it; with {@link Role#APPOINTEE} they hold no role until they are appointed. */
    public boolean fitsJoiner(Viewer viewer, Role role, OrganisationId organisation) {
        return role == Role.APPOINTEE
                ? viewer.is(Role.ADMINISTRATOR) && places.find(organisation).isPresent()
                : fits(viewer, role, organisation);
    }

    /**
     * Gives a joiner an account, a role (none with {@link Role#APPOINTEE}) and an invitation. Who has an account already
     * is given the role, and no second invitation.
     *
     * @throws NotFound when the organisation is not the viewer's to manage
     */
    public AccountId invite(
            Viewer viewer, String name, EmailAddress email, Role role, OrganisationId organisation, LocalDate from) {
        gate.required(viewer, organisation);
        boolean joins = accounts.findByEmail(email.value()).isEmpty();
        var account = openAccount.open(name, email.value());
        if (role != Role.APPOINTEE || !fitsJoiner(viewer, role, organisation)) {
            give(viewer, account, role, organisation, DateSpan.startingOn(from));
        }
        if (joins) {
            sendInvitation.to(account);
        }
        return account;
    }

    /** @throws NotFound when account or organisation are not the viewer's to manage, or the role is not to be given there */
    public void giveRole(Viewer viewer, AccountId account, Role role, OrganisationId organisation, DateSpan span) {
        gate.required(viewer, account);
        give(viewer, account, role, organisation, span);
    }

    private void give(Viewer viewer, AccountId account, Role role, OrganisationId organisation, DateSpan span) {
        if (!fits(viewer, role, organisation)) {
            throw new NotFound();
        }
        giveRole.give(account, role, organisation, span);
    }

    /** @throws NotFound when the account is not the viewer's to manage */
    public void inviteAgain(Viewer viewer, AccountId account, UUID invitation) {
        gate.required(viewer, account);
        sendInvitation.once(invitation, account);
    }

    /** What is about to be ended. */
    record Ending(AccountId account, String name, String what, boolean isOwnLastAdministratorRole) {}

    /** @throws NotFound when the role is not the viewer's to end */
    public Ending roleToEnd(Viewer viewer, RoleHeldId id) {
        var held = role(viewer, id);
        return new Ending(
                held.account(),
                accounts.findById(held.account()).orElseThrow(NotFound::new).name(),
                held.role().inWords() + ", " + places.get(held.organisation()).name(),
                isOwnLastAdministratorRole(viewer, held));
    }

    /**
     * Ends a role at once, or with a last day.
     *
     * @return false when it is the viewer's own last role as administrator, which stays
     * @throws NotFound when the role is not the viewer's to end
     */
    public boolean endRole(Viewer viewer, RoleHeldId id, @Nullable LocalDate lastDay) {
        var held = role(viewer, id);
        if (isOwnLastAdministratorRole(viewer, held)) {
            return false;
        }
        if (lastDay == null) {
            endRole.endNow(id);
        } else {
            endRole.endOn(id, lastDay);
        }
        return true;
    }

    /** @throws NotFound when the account or what it is appointed to are not the viewer's to manage */
    public void appoint(Viewer viewer, AccountId account, AppointmentKind kind, UUID subject, DateSpan span) {
        gate.required(viewer, account);
        if (!mayAppointTo(viewer, kind, subject)) {
            throw new NotFound();
        }
        appoint.appoint(account, kind, subject, span);
    }

    /** Whether the viewer appoints to this part of this authority or team, and it can have one. */
    public boolean mayAppointTo(Viewer viewer, AppointmentKind kind, UUID subject) {
        var organisation = new OrganisationId(subject);
        return gate.mayManage(viewer, organisation)
                && gate.appointments(viewer).contains(kind)
                && places.find(organisation)
                        .filter(place -> kind == AppointmentKind.DATA_GROUP
                                ? "REGIONAL_TEAM".equals(place.kind())
                                : place.isAnAuthority())
                        .isPresent();
    }

    /** @throws NotFound when the appointment is not the viewer's to end */
    public Ending appointmentToEnd(Viewer viewer, AppointmentId id) {
        var appointment = appointment(viewer, id);
        return new Ending(
                appointment.account(),
                accounts.findById(appointment.account())
                        .orElseThrow(NotFound::new)
                        .name(),
                appointment.kind().inWords() + ", "
                        + places.get(new OrganisationId(appointment.subject())).name(),
                false);
    }

    /** @throws NotFound when the appointment is not the viewer's to end */
    public void endAppointment(Viewer viewer, AppointmentId id, @Nullable LocalDate lastDay) {
        var appointment = appointment(viewer, id);
        if (lastDay == null) {
            endAppointment.endNow(id);
        } else {
            endAppointment.endOn(appointment.account(), appointment.kind(), appointment.subject(), lastDay);
        }
    }

    private RoleHeld role(Viewer viewer, RoleHeldId id) {
        var held = roles.findById(id).orElseThrow(NotFound::new);
        gate.required(viewer, held.organisation());
        return held;
    }

    private Appointment appointment(Viewer viewer, AppointmentId id) {
        var appointment = appointments.findById(id).orElseThrow(NotFound::new);
        if (!gate.appointments(viewer).contains(appointment.kind())) {
            throw new NotFound();
        }
        gate.required(viewer, new OrganisationId(appointment.subject()));
        return appointment;
    }

    private boolean isOwnLastAdministratorRole(Viewer viewer, RoleHeld held) {
        if (held.role() != Role.ADMINISTRATOR || !held.account().equals(viewer.account())) {
            return false;
        }
        return jdbc.sql("""
            select count(*) = 0 from role_held where account_id = :account and role = 'ADMINISTRATOR'
              and id <> :id and starts_on <= :today and ends_on is null
            """)
                .param("account", viewer.account().value())
                .param("id", held.id().value())
                .param("today", LondonTime.today(clock))
                .query(Boolean.class)
                .single();
    }
}
