package uk.slipway.demonstration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Appoint;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.DemonstrationPassword;
import uk.slipway.accounts.OpenAccount;
import uk.slipway.accounts.Role;
import uk.slipway.kernel.DateSpan;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.Organisation;
import uk.slipway.region.OrganisationKind;
import uk.slipway.region.Organisations;
import uk.slipway.region.RegionCode;

/**
 * Everybody who appears in the demonstration: made-up people with ordinary names. It stands here and not with accounts,
 * since the play itself stands on accounts.
 */
@Component
@Profile("demonstration")
class AccountsChapter implements Chapter {

    private static final List<String> FIRST_NAMES = List.of(
            "Alison", "Imran", "Grace", "Martin", "Priya", "Owen", "Helen", "Samuel", "Nadia", "Peter", "Ruth", "Kwame",
            "Joanne", "Daniel", "Farah", "Stephen", "Bethan", "Marcus", "Yasmin", "Colin", "Teresa", "Adeel", "Moira");
    private static final List<String> LAST_NAMES = List.of(
            "Ashdown",
            "Birchall",
            "Chaudhry",
            "Dunmore",
            "Eastham",
            "Fairclough",
            "Greaves",
            "Hollins",
            "Iqbal",
            "Jessop",
            "Kirkham",
            "Lathom",
            "Marlowe",
            "Nuttall",
            "Okafor",
            "Pilling",
            "Quayle",
            "Rigby",
            "Sandiford",
            "Thornley",
            "Unsworth",
            "Varley",
            "Whitworth",
            "Yarwood",
            "Brindle",
            "Catterall",
            "Dewhurst",
            "Entwistle",
            "Farrington");

    /** Who sits on boards for a partner: the first part of the address, and the organisation. */
    private static final SequencedMap<String, String> BOARD_PARTNERS = new LinkedHashMap<>();

    static {
        BOARD_PARTNERS.put("board-chair", "Diocese of Manchester (Church of England)");
        BOARD_PARTNERS.put("board-member", "Diocese of Salford (Roman Catholic)");
        BOARD_PARTNERS.put("board-observer", "Diocese of Blackburn (Church of England)");
    }

    private static final RegionCode YORKSHIRE_AND_THE_HUMBER = new RegionCode("E12000003");

    private final OpenAccount openAccount;
    private final Appoint appoint;
    private final DemonstrationPassword password;
    private final Organisations organisations;
    private int people;

    AccountsChapter(
            OpenAccount openAccount, Appoint appoint, DemonstrationPassword password, Organisations organisations) {
        this.openAccount = openAccount;
        this.appoint = appoint;
        this.password = password;
        this.organisations = organisations;
    }

    @Override
    public Place place() {
        return Place.ACCOUNTS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (year.isThisYear()) {
            return;
        }
        var since = year.opens().minusDays(90);
        stage.backstage(since, () -> {
            stage.real(year).forEach(authority -> staff(authority, since));
            stage.fictitious(year).forEach(authority -> staff(authority, since));
            region(stage, year, since);
            partners(since);
            stage.real(year).forEach(authority -> fostering(authority, since));
            stage.fictitious(year).forEach(authority -> fostering(authority, since));
            password.forEverybody();
        });
    }

    private void staff(LocalAuthority authority, LocalDate since) {
        var organisation = authority.id().asOrganisation();
        openAccount.open(name(), Stage.email("director", authority), Role.DIRECTOR, organisation, since);
        openAccount.open(name(), Stage.email("chief-executive", authority), Role.CHIEF_EXECUTIVE, organisation, since);
        openAccount.open(
                "Cllr " + name(), Stage.email("lead-member", authority), Role.LEAD_MEMBER, organisation, since);
        openAccount.open(name(), Stage.email("officer", authority), Role.LA_OFFICER, organisation, since);
        if (authority.name().equals("Bolton") || authority.fictitious()) {
            var manager = name();
            var address = Stage.email("accounts", authority);
            openAccount.open(manager, address, Role.ACCOUNT_MANAGER, organisation, since);
            if (authority.fictitious()) {
                // Somebody has to choose as whom to act.
                openAccount.open(manager, address, Role.LA_OFFICER, organisation, since);
            }
        }
    }

    private void region(Stage stage, StagedYear year, LocalDate since) {
        var team = organisations.regionalTeamOf(RegionCode.NORTH_WEST).id();
        openAccount.open(name(), "manager@region.example", Role.REGIONAL_MANAGER, team, since);
        var dataLead = openAccount.open(name(), "data@region.example", Role.DATA_LEAD, team, since);
        openAccount.open(name(), "admin@slipway.example", Role.ADMINISTRATOR, team, since);
        openAccount.open(
                name(),
                "reader@elsewhere.example",
                Role.READER,
                organisations.regionalTeamOf(YORKSHIRE_AND_THE_HUMBER).id(),
                since);

        var specialist = openAccount.open(name(), "specialist@region.example");
        var socialCareLead = openAccount.open(name(), "social-care@region.example");
        for (AccountId member : List.of(dataLead, specialist, socialCareLead)) {
            appoint.appoint(member, AppointmentKind.DATA_GROUP, team.value(), DateSpan.startingOn(since));
        }

        var inspector = openAccount.open(
                name(),
                "inspector@ofsted.example",
                Role.OFSTED_COLLEAGUE,
                organisations.ofsted().id(),
                since);
        var other = openAccount.open(
                name(),
                "inspector-south@ofsted.example",
                Role.OFSTED_COLLEAGUE,
                organisations.ofsted().id(),
                since);
        var authorities = stage.real(year);
        for (int place = 0; place < authorities.size(); place++) {
            link(place < authorities.size() / 2 ? inspector : other, authorities.get(place), since);
        }
        stage.fictitious(year).forEach(authority -> link(inspector, authority, since));
    }

    private void partners(LocalDate since) {
        var team = organisations.regionalTeamOf(RegionCode.NORTH_WEST).id();
        openAccount.open(name(), "coordinator@region.example", Role.PARTNERSHIP_COORDINATOR, team, since);
        openAccount.open(name(), "commissioner@region.example", Role.COMMISSIONER, team, since);
        openAccount.open(name(), "adviser@region.example", Role.FRONT_DOOR_ADVISER, team, since);
        var dioceses = organisations.in(RegionCode.NORTH_WEST).stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.DIOCESE)
                .collect(Collectors.toMap(Organisation::name, Organisation::id));
        BOARD_PARTNERS.forEach((part, diocese) -> openAccount.open(
                name(),
                part + "@partner.example",
                Role.BOARD_PARTNER,
                Objects.requireNonNull(dioceses.get(diocese)),
                since));
    }

    private void fostering(LocalAuthority authority, LocalDate since) {
        var organisation = authority.id().asOrganisation();
        openAccount.open(name(), Stage.email("fostering", authority), Role.FOSTERING_OFFICER, organisation, since);
        openAccount.open(name(), Stage.email("social-worker", authority), Role.SOCIAL_WORKER, organisation, since);
        openAccount.open(name(), Stage.email("reviewing", authority), Role.REVIEWING_OFFICER, organisation, since);
    }

    private void link(AccountId inspector, LocalAuthority authority, LocalDate since) {
        appoint.appoint(inspector, AppointmentKind.OFSTED_LINK, authority.id().value(), DateSpan.startingOn(since));
    }

    /** The two lists have no common divisor in length, so that nobody has the same name for a long time. */
    private String name() {
        var name = FIRST_NAMES.get(people % FIRST_NAMES.size()) + " " + LAST_NAMES.get(people % LAST_NAMES.size());
        people++;
        return name;
    }
}
