package uk.slipway.threads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.CurrentActor;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;

/**
 * Links what was made to what it was made from. To be called inside the use case that makes it, whose transaction it joins;
 * the use case decides whether the viewer may see and make them.
 */
@Component
public class Links {

    /** More links than these are not followed up or down from one thing. */
    static final int FURTHEST = 300;

    private static final String COLUMNS = """
        l.id, l.from_kind, l.from_id, l.made_kind, l.made_id, l.authority_id, l.made_at, l.made_by_name,
        l.made_by_organisation_id
        """;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final ObjectProvider<CurrentActor> currentActor;
    private final Clock clock;

    Links(JdbcClient jdbc, AuditTrail trail, ObjectProvider<CurrentActor> currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * A link that follows from how a thing was made, such as a commitment from its headline. It stands as long as they do;
     * a second time changes nothing.
     *
     * @param authority whose things they are, where they are one's
     */
    public void follow(RecordRef from, RecordRef made, @Nullable LocalAuthorityId authority) {
        var source = currentActor.getIfAvailable();
        insert(from, made, authority, (source == null ? Actor.SYSTEM : source.current()).name(), null);
    }

    /**
     * A link that somebody chose when they made a thing; people of their organisation may take it away again. A second time
     * changes nothing.
     *
     * @param authority whose things they are, where they are one's
     */
    public void choose(RecordRef from, RecordRef made, @Nullable LocalAuthorityId authority, Viewer by) {
        if (insert(from, made, authority, by.name(), by.organisation())) {
            trail.append(made, authority, "linked it to what it was made from", clock.instant(), actor(by));
        }
    }

    private boolean insert(
            RecordRef from,
            RecordRef made,
            @Nullable LocalAuthorityId authority,
            String by,
            @Nullable OrganisationId removableBy) {
        return jdbc.sql("""
            insert into thread_link (id, from_kind, from_id, made_kind, made_id, authority_id, made_at, made_by_name,
                                     made_by_organisation_id)
            values (:id, :fromKind, :from, :madeKind, :made, :authority, :at, :by, :organisation)
            on conflict do nothing
            """)
                        .param("id", Uuid7.next())
                        .param("fromKind", from.kind())
                        .param("from", from.id())
                        .param("madeKind", made.kind())
                        .param("made", made.id())
                        .param("authority", authority == null ? null : authority.value())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("organisation", removableBy == null ? null : removableBy.value())
                        .update()
                == 1;
    }

    Optional<Link> find(LinkId id) {
        return jdbc.sql("select " + COLUMNS + " from thread_link l where l.id = :id and l.removed_at is null")
                .param("id", id.value())
                .query(Links::link)
                .optional();
    }

    /** Takes a link away; what is gone already stays so. */
    void remove(Link link, Viewer by) {
        int removed = jdbc.sql("""
            update thread_link set removed_at = :at, removed_by_name = :by where id = :id and removed_at is null
            """)
                .param("id", link.id().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update();
        if (removed == 1) {
            trail.append(
                    link.made(),
                    link.authority(),
                    "took away the link to what it was made from",
                    clock.instant(),
                    actor(by));
        }
    }

    /**
     * Every link above and below a record, whoever may see what it ties: up from what it was made from, down from what was
     * made from it, the nearest first. One statement; a circle is walked once, and no more than {@link #FURTHEST} links each
     * way.
     */
    List<Link> around(RecordRef record) {
        return jdbc
                .sql("""
                    with recursive
                      down as (
                        select l.* from thread_link l
                        where l.from_id = :id and l.from_kind = :kind and l.removed_at is null
                        union
                        select l.* from down d join thread_link l
                          on l.from_id = d.made_id and l.from_kind = d.made_kind and l.removed_at is null),
                      up as (
                        select l.* from thread_link l
                        where l.made_id = :id and l.made_kind = :kind and l.removed_at is null
                        union
                        select l.* from up u join thread_link l
                          on l.made_id = u.from_id and l.made_kind = u.from_kind and l.removed_at is null)
                    (select COLUMNS from down l limit :most) union all (select COLUMNS from up l limit :most)
                    """.replace("COLUMNS", COLUMNS))
                .param("kind", record.kind())
                .param("id", record.id())
                .param("most", FURTHEST)
                .query(Links::link)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var authority = row.getObject("authority_id", UUID.class);
        var organisation = row.getObject("made_by_organisation_id", UUID.class);
        return new Link(
                new LinkId(row.getObject("id", UUID.class)),
                new RecordRef(row.getString("from_kind"), row.getObject("from_id", UUID.class)),
                new RecordRef(row.getString("made_kind"), row.getObject("made_id", UUID.class)),
                authority == null ? null : new LocalAuthorityId(authority),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by_name"),
                organisation == null ? null : new OrganisationId(organisation));
    }

    private static Actor actor(Viewer by) {
        return new Actor(by.account().value(), by.name(), by.actingAs());
    }
}
