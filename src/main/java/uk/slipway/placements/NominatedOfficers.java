package uk.slipway.placements;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Who may approve a match for an authority (regulation 11's nominated officer), as its Director has named them. */
@UseCase
class NominatedOfficers {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NominatedOfficers(JdbcClient jdbc, Directory directory, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody was named or no longer is. */
    record Happened(LocalAuthorityId of, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("nominated-officers", of.value());
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return of;
        }
    }

    /** Somebody named, and since when. */
    record Named(UUID id, AccountId account, String name, LocalDate since) {}

    /** Those of an authority today. */
    List<Named> of(LocalAuthorityId authority) {
        return jdbc.sql("select n.id, n.account_id, a.name, n.starts_on from nominated_officer n join account a on"
                        + " a.id = n.account_id where n.authority_id = :authority and n.ends_on is null and"
                        + " a.closed_on is null order by lower(a.name), a.id")
                .param("authority", authority.value())
                .query((row, number) -> new Named(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("name"),
                        row.getObject("starts_on", LocalDate.class)))
                .list();
    }

    /** Those who could be named: the authority's people in fostering. */
    List<Person> candidates(Viewer viewer) {
        var people = new ArrayList<Person>();
        for (var role : List.of(Role.FOSTERING_OFFICER, Role.SOCIAL_WORKER, Role.COMMISSIONER)) {
            directory.holding(role, viewer.organisation()).stream()
                    .filter(person -> !people.contains(person))
                    .forEach(people::add);
        }
        return people;
    }

    boolean isNominated(Viewer viewer) {
        var authority = viewer.authority();
        return authority != null
                && of(authority).stream().anyMatch(named -> named.account().equals(viewer.account()));
    }

    /** The Director names somebody. Twice is once. */
    void name(Viewer viewer, String account) {
        var authority = directed(viewer);
        var person = candidates(viewer).stream()
                .filter(one -> one.account().value().toString().equals(account))
                .findFirst()
                .orElseThrow(NotFound::new);
        int named = jdbc.sql("insert into nominated_officer (id, authority_id, account_id, starts_on, named_by) values"
                        + " (:id, :authority, :account, :today, :by)"
                        + " on conflict (authority_id, account_id) where ends_on is null do nothing")
                .param("id", Uuid7.next())
                .param("authority", authority.value())
                .param("account", person.account().value())
                .param("today", LondonTime.today(clock))
                .param("by", viewer.name())
                .update();
        if (named > 0) {
            events.publishEvent(
                    new Happened(authority, "named " + person.name() + " as nominated officer", clock.instant()));
        }
    }

    /** Somebody no longer approves. */
    void end(Viewer viewer, UUID id) {
        var authority = directed(viewer);
        boolean known = jdbc.sql("select exists (select 1 from nominated_officer where id = :id and authority_id ="
                        + " :authority)")
                .param("id", id)
                .param("authority", authority.value())
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new NotFound();
        }
        int ended = jdbc.sql("update nominated_officer set ends_on = :today where id = :id and authority_id ="
                        + " :authority and ends_on is null")
                .param("today", LondonTime.today(clock))
                .param("id", id)
                .param("authority", authority.value())
                .update();
        if (ended > 0) {
            events.publishEvent(new Happened(authority, "ended the part of a nominated officer", clock.instant()));
        }
    }

    private static LocalAuthorityId directed(Viewer viewer) {
        if (!viewer.is(Role.DIRECTOR)) {
            throw new NotYours();
        }
        return Objects.requireNonNull(viewer.authority());
    }
}
