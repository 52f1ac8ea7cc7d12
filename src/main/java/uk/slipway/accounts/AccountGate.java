package uk.slipway.accounts;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.region.OrganisationId;
import uk.slipway.web.NotFound;

/** Whose accounts somebody manages: an account manager their own authority's, the administrator everybody's. */
@Component
class AccountGate {

    private final JdbcClient jdbc;

    AccountGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean mayManage(Viewer viewer, OrganisationId organisation) {
        return viewer.is(Role.ADMINISTRATOR)
                || viewer.is(Role.ACCOUNT_MANAGER) && viewer.organisation().equals(organisation);
    }

    /** @throws NotFound when the viewer does not manage this organisation's accounts */
    void required(Viewer viewer, OrganisationId organisation) {
        if (!mayManage(viewer, organisation)) {
            throw new NotFound();
        }
    }

    /** @throws NotFound when there is no such account, or it has never had to do with what the viewer manages */
    void required(Viewer viewer, AccountId account) {
        boolean theirs = jdbc.sql("""
            select exists (select 1 from account a where a.id = :account and (:everybody
                or exists (select 1 from role_held h
                    where h.account_id = a.id and h.organisation_id = :organisation)
                or exists (select 1 from appointment p
                    where p.account_id = a.id and p.kind = 'ACTING_DIRECTOR' and p.subject_id = :organisation)))
            """)
                .param("account", account.value())
                .param("everybody", viewer.is(Role.ADMINISTRATOR))
                .param("organisation", viewer.organisation().value())
                .query(Boolean.class)
                .single();
        if (!theirs || !viewer.is(Role.ADMINISTRATOR) && !viewer.is(Role.ACCOUNT_MANAGER)) {
            throw new NotFound();
        }
    }

    /** The roles that somebody may give. */
    List<Role> roles(Viewer viewer) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.APPOINTEE)
                .filter(role -> viewer.is(Role.ADMINISTRATOR) || role.isOfAnAuthority() || role == Role.COMMISSIONER)
                .toList();
    }

    /** The parts that somebody may appoint to here; those of a forum's panel are given where the forum is. */
    List<AppointmentKind> appointments(Viewer viewer) {
        return viewer.is(Role.ADMINISTRATOR)
                ? List.of(AppointmentKind.ACTING_DIRECTOR, AppointmentKind.OFSTED_LINK, AppointmentKind.DATA_GROUP)
                : List.of(AppointmentKind.ACTING_DIRECTOR);
    }
}
