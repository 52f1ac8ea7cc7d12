package uk.slipway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.house.ModuleTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.DateSpan;
import uk.slipway.region.RegionCode;

@ModuleTest
class AccountsModuleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    AccountsFixtures people;

    @Autowired
    OpenAccount openAccount;

    @Autowired
    GiveRole giveRole;

    @Autowired
    EndRole endRole;

    @Autowired
    Appoint appoint;

    @Autowired
    EndAppointment endAppointment;

    @Autowired
    Directory directory;

    @Autowired
    Viewers viewers;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestClock clock;

    @Autowired
    Statements statements;

    @Test
    void aPersonActsInTheRoleTheyHoldInTheirOrganisation() {
        var director = people.director("Bolton");
        assertThat(director.actingAs()).isEqualTo("Director of Children's Services, Bolton");
        assertThat(director.authority()).isEqualTo(people.authority("Bolton"));
        assertThat(director.region()).isEqualTo(RegionCode.NORTH_WEST);
    }

    @Test
    void oneAddressHasOneAccountHoweverItIsWritten() {
        var bolton = people.authority("Bolton").asOrganisation();
        var first = openAccount.open("Mary Walker", "mary@bolton.example", Role.LA_OFFICER, bolton, TODAY);
        var again = openAccount.open("M Walker", " MARY@Bolton.example ", Role.LEAD_MEMBER, bolton, TODAY);
        assertThat(again).isEqualTo(first);
        assertThat(viewers.capacitiesOf(first)).hasSize(2);
    }

    @Test
    void theSameRoleGivenTwiceIsHeldOnce() {
        var officer = people.officer("Bolton");
        giveRole.give(officer.account(), Role.LA_OFFICER, officer.organisation(), DateSpan.startingOn(TODAY));
        assertThat(viewers.capacitiesOf(officer.account())).hasSize(1);
    }

    @Test
    void nobodyIsDirectorOfOfsted() {
        var officer = people.officer("Bolton");
        assertThatThrownBy(() ->
                        giveRole.give(officer.account(), Role.DIRECTOR, people.ofsted(), DateSpan.startingOn(TODAY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRoleThatEndsNowEndsNowEvenIfItBeganToday() {
        var officer = people.officer("Bolton");
        var begun =
                giveRole.give(officer.account(), Role.LEAD_MEMBER, officer.organisation(), DateSpan.startingOn(TODAY));
        endRole.endNow(begun);
        assertThat(viewers.capacitiesOf(officer.account()))
                .extracting(capacity -> capacity.viewer().role())
                .containsExactly(Role.LA_OFFICER);
    }

    @Test
    void aRoleHoldsThroughItsLastDay() {
        var officer = people.officer("Bolton");
        var role = new RoleHeldId(
                viewers.capacitiesOf(officer.account()).getFirst().id());
        endRole.endOn(role, LocalDate.of(2026, 11, 30));
        clock.moveTo(LocalDate.of(2026, 11, 30));
        assertThat(viewers.capacitiesOf(officer.account())).hasSize(1);
        clock.moveTo(LocalDate.of(2026, 12, 1));
        assertThat(viewers.capacitiesOf(officer.account())).isEmpty();
    }

    @Test
    void anActingDirectorActsAsDirectorAndTheHeaderSaysSo() {
        var officer = people.officer("Bolton");
        people.appoint(
                officer,
                AppointmentKind.ACTING_DIRECTOR,
                people.authority("Bolton").value());
        assertThat(viewers.capacitiesOf(officer.account()))
                .extracting(capacity -> capacity.viewer().actingAs())
                .containsExactly("Local authority officer, Bolton", "Acting Director of Children's Services, Bolton");
    }

    @Test
    void whoHoldsAppointmentsOnlyActsByAppointmentUntilTheyEnd() {
        var forum = people.authority("Bury").value();
        var specialist = people.appointee("Joan Lister", AppointmentKind.EDUCATION_SPECIALIST, forum);
        assertThat(specialist.role()).isEqualTo(Role.APPOINTEE);
        endAppointment.endNow(specialist.account(), AppointmentKind.EDUCATION_SPECIALIST, forum);
        assertThat(viewers.capacitiesOf(specialist.account())).isEmpty();
    }

    @Test
    void theDirectoryNamesTheDirectorsOfTheRegion() throws Exception {
        people.director("Bury");
        people.director("Bolton");
        people.director("Leeds");
        var sql = statements.during(() -> assertThat(directory.directorsIn(RegionCode.NORTH_WEST, TODAY))
                .extracting(DirectorInPost::authorityName)
                .containsExactly("Bolton", "Bury"));
        assertThat(sql).hasSize(1);
    }

    @Test
    void theDirectoryKnowsWhoIsAppointed() {
        var inspector = people.ofsted("Bolton", "Wigan");
        var bolton = people.authority("Bolton");
        assertThat(directory.appointedTo(bolton.value(), Set.of(AppointmentKind.OFSTED_LINK)))
                .extracting(appointed -> appointed.person().account())
                .containsExactly(inspector.account());
        assertThat(directory.appointmentsOf(inspector.account(), Set.of(AppointmentKind.OFSTED_LINK)))
                .hasSize(2);
    }

    @Test
    void whatHappensToAnAccountStandsInItsTrail() {
        var officer = people.officer("Bolton");
        endRole.endNow(new RoleHeldId(
                viewers.capacitiesOf(officer.account()).getFirst().id()));
        assertThat(trail.of(Account.ref(officer.account())))
                .extracting(TrailEntry::what)
                .containsExactly(
                        "ended the role Local authority officer, Bolton",
                        "gave the role Local authority officer, Bolton",
                        "opened the account");
    }
}
