package uk.slipway.accounts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/** People for tests, made through the real use cases. Asking twice for the same person gives the same person. */
@Component
public class AccountsFixtures {

    /** Long before any test's clock, so that everybody is in post throughout. */
    public static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final OpenAccount openAccount;
    private final GiveRole giveRole;
    private final Appoint appoint;
    private final Viewers viewers;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ChoosePassword choosePassword;
    private final InviteFirstAdministrator inviteFirstAdministrator;

    AccountsFixtures(
            OpenAccount openAccount,
            GiveRole giveRole,
            Appoint appoint,
            Viewers viewers,
            JdbcClient jdbc,
            Clock clock,
            ChoosePassword choosePassword,
            InviteFirstAdministrator inviteFirstAdministrator) {
        this.openAccount = openAccount;
        this.giveRole = giveRole;
        this.appoint = appoint;
        this.viewers = viewers;
        this.jdbc = jdbc;
        this.clock = clock;
        this.choosePassword = choosePassword;
        this.inviteFirstAdministrator = inviteFirstAdministrator;
    }

    /** Invites the first administrator of an installation without accounts, as its console does, and answers the link. */
    public String firstAdministratorsInvitation(String email) {
        return inviteFirstAdministrator.at(EmailAddress.of(email).orElseThrow()).orElseThrow();
    }

    public Viewer officer(String authority) {
        return person("officer", Role.LA_OFFICER, authority(authority).asOrganisation(), authority);
    }

    public Viewer director(String authority) {
        return person("director", Role.DIRECTOR, authority(authority).asOrganisation(), authority);
    }

    public Viewer chiefExecutive(String authority) {
        return person(
                "chief-executive", Role.CHIEF_EXECUTIVE, authority(authority).asOrganisation(), authority);
    }

    public Viewer leadMember(String authority) {
        return person("lead-member", Role.LEAD_MEMBER, authority(authority).asOrganisation(), authority);
    }

    public Viewer accountManager(String authority) {
        return person("accounts", Role.ACCOUNT_MANAGER, authority(authority).asOrganisation(), authority);
    }

    /** The North West's placements commissioner. */
    public Viewer commissioner() {
        return person("commissioner", Role.COMMISSIONER, regionalTeam(RegionCode.NORTH_WEST), "region");
    }

    /** The North West's. */
    public Viewer regionalManager() {
        return person("manager", Role.REGIONAL_MANAGER, regionalTeam(RegionCode.NORTH_WEST), "region");
    }

    /** The North West's. */
    public Viewer dataLead() {
        return person("data", Role.DATA_LEAD, regionalTeam(RegionCode.NORTH_WEST), "region");
    }

    /** The manager of another region, a stranger to the North West. */
    public Viewer managerOf(RegionCode region) {
        return person("manager", Role.REGIONAL_MANAGER, regionalTeam(region), region.value());
    }

    /** An Ofsted colleague to whom these authorities, and no others, are assigned. */
    public Viewer ofsted(String... authorities) {
        var viewer = person("inspector" + String.join("-", authorities), Role.OFSTED_COLLEAGUE, ofsted(), "ofsted");
        for (var authority : authorities) {
            appoint.appoint(
                    viewer.account(),
                    AppointmentKind.OFSTED_LINK,
                    authority(authority).value(),
                    DateSpan.startingOn(SINCE));
        }
        return viewer;
    }

    /** The North West's partnership co-ordinator. */
    public Viewer coordinator() {
        return person("coordinator", Role.PARTNERSHIP_COORDINATOR, regionalTeam(RegionCode.NORTH_WEST), "region");
    }

    /** Somebody of a partner who may sit on boards: "Board partner of Anna". */
    public Viewer boardPartner(String name, String diocese) {
        return person(
                "partner",
                Role.BOARD_PARTNER,
                new OrganisationId(jdbc.sql("select id from organisation where name like :name")
                        .param("name", diocese + "%")
                        .query(UUID.class)
                        .single()),
                name);
    }

    /** A reader from another region. */
    public Viewer reader() {
        return person("reader", Role.READER, regionalTeam(new RegionCode("E12000003")), "elsewhere");
    }

    public Viewer administrator() {
        return person("admin", Role.ADMINISTRATOR, regionalTeam(RegionCode.NORTH_WEST), "slipway");
    }

    /** Somebody who holds no role, only an appointment. */
    public Viewer appointee(String name, AppointmentKind kind, UUID subject) {
        var account = openAccount.open(name, slug(name) + "@appointed.example");
        appoint.appoint(account, kind, subject, DateSpan.startingOn(SINCE));
        return viewers.viewer(account, null).orElseThrow();
    }

    /** Appoints somebody from the day the clock shows. */
    public void appoint(Viewer viewer, AppointmentKind kind, UUID subject) {
        appoint.appoint(viewer.account(), kind, subject, DateSpan.startingOn(LondonTime.today(clock)));
    }

    /** Makes somebody a member of the North West's strategic performance and data group. */
    public void inTheDataGroup(Viewer viewer) {
        appoint(
                viewer,
                AppointmentKind.DATA_GROUP,
                regionalTeam(RegionCode.NORTH_WEST).value());
    }

    /** Gives somebody a second role and answers them as holding it. */
    public Viewer also(Viewer viewer, Role role, OrganisationId organisation) {
        giveRole.give(viewer.account(), role, organisation, DateSpan.startingOn(SINCE));
        return viewers.capacitiesOf(viewer.account()).stream()
                .map(Capacity::viewer)
                .filter(other -> other.role() == role && other.organisation().equals(organisation))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody of this name who holds a role in an organisation and can sign in. */
    public void canSignIn(String name, String email, Role role, String organisation, String password) {
        var where = new OrganisationId(jdbc.sql("select id from organisation where name = :name and ends_on is null")
                .param("name", organisation)
                .query(UUID.class)
                .single());
        choosePassword.choose(openAccount.open(name, email, role, where, SINCE), password);
    }

    /** Gives somebody a password, whatever the rules would say of it, for tests that sign in as people do. */
    public void hasPassword(Viewer viewer, String password) {
        choosePassword.choose(viewer.account(), password);
    }

    /** Sends a request as this person in this role, with the token that forms carry. */
    public RequestPostProcessor signedInAs(Viewer viewer) {
        var principal = new SignedInPerson(viewer.account(), "test", null);
        var person = authentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        var token = csrf();
        return request -> {
            viewers.capacitiesOf(viewer.account()).stream()
                    .filter(capacity -> capacity.viewer().equals(viewer))
                    .findFirst()
                    .ifPresent(capacity -> request.setAttribute(CurrentViewer.CHOSEN, capacity.id()));
            return token.postProcessRequest(person.postProcessRequest(request));
        };
    }

    /** Somebody of an authority in one of the roles of fostering, at an address like {@code social-worker@bolton.example}. */
    public Viewer inFostering(Role role, String authority) {
        return person(
                role.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                role,
                authority(authority).asOrganisation(),
                authority);
    }

    /** The local authority of this name. */
    public LocalAuthorityId authority(String name) {
        return new LocalAuthorityId(
                jdbc.sql("select id from organisation where kind = 'LOCAL_AUTHORITY' and name = :name and ends_on is"
                                + " null")
                        .param("name", name)
                        .query(UUID.class)
                        .single());
    }

    public OrganisationId regionalTeam(RegionCode region) {
        return new OrganisationId(
                jdbc.sql("select id from organisation where kind = 'REGIONAL_TEAM' and region_code = :region")
                        .param("region", region.value())
                        .query(UUID.class)
                        .single());
    }

    public OrganisationId ofsted() {
        return new OrganisationId(jdbc.sql("select id from organisation where kind = 'OFSTED'")
                .query(UUID.class)
                .single());
    }

    private Viewer person(String part, Role role, OrganisationId organisation, String domain) {
        var name = role.inWords() + " of " + domain;
        var account = openAccount.open(name, slug(part) + "@" + slug(domain) + ".example", role, organisation, SINCE);
        return viewers.capacitiesOf(account).stream()
                .map(Capacity::viewer)
                .filter(viewer -> viewer.role() == role && viewer.organisation().equals(organisation))
                .findFirst()
                .orElseThrow();
    }

    private static String slug(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
