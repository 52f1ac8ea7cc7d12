package uk.slipway.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/** Who is who, for the other rooms: one statement for each question, whatever the number of people. */
@Component
public class Directory {

    private static final String OPEN_TODAY =
            " a.closed_on is null and x.starts_on <= :day and (x.ends_on is null or x.ends_on >= :day) ";

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Clock clock;

    Directory(JdbcClient jdbc, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** The person with this account, closed ones included, so that old records keep their names. */
    public Optional<Person> find(AccountId account) {
        return jdbc.sql("select a.id, a.name, a.email from account a where a.id = :id")
                .param("id", account.value())
                .query(Directory::person)
                .optional();
    }

    /** The person with this account, if they hold a role in this organisation today; who has left is not found. */
    public Optional<Person> workingIn(OrganisationId organisation, AccountId account) {
        return jdbc.sql("select a.id, a.name, a.email from account a where a.id = :id and exists (select 1 from"
                        + " role_held x where x.account_id = a.id and x.organisation_id ="
                        + " :organisation and" + OPEN_TODAY
                        + ")")
                .param("id", account.value())
                .param("organisation", organisation.value())
                .param("day", LondonTime.today(clock))
                .query(Directory::person)
                .optional();
    }

    /** The person who signs in with this address, if there is one. */
    public Optional<Person> findByEmail(String email) {
        return jdbc.sql("select a.id, a.name, a.email from account a where a.email = :email")
                .param("email", email.strip().toLowerCase(Locale.ROOT))
                .query(Directory::person)
                .optional();
    }

    /** These people, by account; an unknown id is left out. */
    public Map<AccountId, Person> named(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select a.id, a.name, a.email from account a where a.id in (:ids)")
                .param("ids", accounts.stream().map(AccountId::value).toList())
                .query(Directory::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::account, person -> person));
    }

    /** Who holds a role in an organisation today, by name. */
    public List<Person> holding(Role role, OrganisationId organisation) {
        return jdbc.sql("select a.id, a.name, a.email from role_held x join account a on a.id = x.account_id where"
                        + OPEN_TODAY
                        + "and x.role = :role and x.organisation_id = :organisation order by lower(a.name), a.id")
                .param("day", LondonTime.today(clock))
                .param("role", role.name())
                .param("organisation", organisation.value())
                .query(Directory::person)
                .list();
    }

    /** Who holds a role today, in whatever organisation of a region, by name. */
    public List<Person> holding(Role role, RegionCode region) {
        return jdbc.sql("select a.id, a.name, a.email from role_held x join account a on a.id = x.account_id"
                        + " join organisation o on o.id = x.organisation_id where"
                        + OPEN_TODAY
                        + "and x.role = :role and o.region_code = :region order by lower(a.name), a.id")
                .param("day", LondonTime.today(clock))
                .param("role", role.name())
                .param("region", region.value())
                .query(Directory::person)
                .list();
    }

    /** Who holds a role today in which authority of a region, by authority and name. */
    public List<InPost> inPost(Role role, RegionCode region) {
        return jdbc.sql("select a.id, a.name, a.email, o.id as organisation_id, o.name as organisation from role_held x"
                        + " join account a on a.id = x.account_id join organisation o on o.id = x.organisation_id where"
                        + OPEN_TODAY
                        + "and x.role = :role and o.kind = 'LOCAL_AUTHORITY' and o.region_code = :region"
                        + " order by lower(o.name), lower(a.name), a.id")
                .param("day", LondonTime.today(clock))
                .param("role", role.name())
                .param("region", region.value())
                .query((row, number) -> new InPost(
                        person(row, number),
                        new LocalAuthorityId(row.getObject("organisation_id", UUID.class)),
                        row.getString("organisation")))
                .list();
    }

    /** The Directors of a region's authorities on a day, acting ones included, by authority. */
    public List<DirectorInPost> directorsIn(RegionCode region, LocalDate day) {
        return jdbc.sql("select a.id, a.name, a.email, o.id as organisation_id, o.name as organisation, x.acting from ("
                        + "select account_id, organisation_id, starts_on, ends_on, false as acting from role_held"
                        + " where role = 'DIRECTOR' union all select account_id, subject_id, starts_on, ends_on, true"
                        + " from appointment where kind = 'ACTING_DIRECTOR') x join account a on a.id = x.account_id"
                        + " join organisation o on o.id = x.organisation_id where"
                        + OPEN_TODAY
                        + "and o.region_code = :region order by lower(o.name), x.acting, lower(a.name), a.id")
                .param("day", day)
                .param("region", region.value())
                .query((row, number) -> new DirectorInPost(
                        person(row, number),
                        new LocalAuthorityId(row.getObject("organisation_id", UUID.class)),
                        row.getString("organisation"),
                        row.getBoolean("acting")))
                .list();
    }

    /** Who is appointed today to any of these parts of a forum, an authority or a regional team. */
    public List<Appointed> appointedTo(UUID subject, Set<AppointmentKind> kinds) {
        return appointedTo(Set.of(subject), kinds);
    }

    /** Who is appointed today to any of these parts of several subjects, in one statement. */
    public List<Appointed> appointedTo(Collection<UUID> subjects, Set<AppointmentKind> kinds) {
        if (subjects.isEmpty() || kinds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(APPOINTED + OPEN_TODAY
                        + "and x.subject_id in (:subjects) and x.kind in (:kinds) order by x.kind, lower(a.name), a.id")
                .param("day", LondonTime.today(clock))
                .param("subjects", subjects)
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query(Directory::appointed)
                .list();
    }

    /** What a person is appointed to today, among these parts. */
    public List<Appointed> appointmentsOf(AccountId account, Set<AppointmentKind> kinds) {
        return jdbc.sql(APPOINTED + OPEN_TODAY
                        + "and x.account_id = :account and x.kind in (:kinds) order by x.kind, x.starts_on, x.id")
                .param("day", LondonTime.today(clock))
                .param("account", account.value())
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query(Directory::appointed)
                .list();
    }

    /** What these people are today, as "Director of Children's Services, Wigan"; who holds no role is left out. */
    public Map<AccountId, String> postsOf(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select distinct on (a.id) a.id, x.role, o.name from role_held x join account a on a.id ="
                        + " x.account_id join organisation o on o.id = x.organisation_id where"
                        + OPEN_TODAY
                        + "and a.id in (:ids) order by a.id, x.starts_on, o.name, x.role")
                .param("day", LondonTime.today(clock))
                .param("ids", accounts.stream().map(AccountId::value).toList())
                .query((row, number) -> Map.entry(
                        new AccountId(row.getObject("id", UUID.class)),
                        Role.valueOf(row.getString("role")).inWords() + ", " + row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A person in a role they hold today, for the demonstration's scenes. */
    public Optional<Viewer> actingAs(AccountId account, Role role) {
        return viewers.capacitiesOf(account).stream()
                .map(Capacity::viewer)
                .filter(viewer -> viewer.role() == role)
                .findFirst();
    }

    /** A person in the role they act in first. */
    public Optional<Viewer> viewer(AccountId account) {
        return viewers.viewer(account, null);
    }

    private static final String APPOINTED =
            "select a.id, a.name, a.email, x.id as appointment_id, x.kind, x.subject_id, x.starts_on, x.ends_on"
                    + " from appointment x join account a on a.id = x.account_id where";

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new AccountId(row.getObject("id", UUID.class)), row.getString("name"), row.getString("email"));
    }

    private static Appointed appointed(ResultSet row, int number) throws SQLException {
        return new Appointed(
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                person(row, number),
                AppointmentKind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                new DateSpan(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)));
    }
}
