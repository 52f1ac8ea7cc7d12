package uk.slipway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;

/**
 * The append-only history of every record. Rows are never changed or deleted; a trigger in the database refuses both.
 */
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final ObjectProvider<CurrentActor> currentActor;

    AuditTrail(JdbcClient jdbc, ObjectProvider<CurrentActor> currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Synchronous on purpose: the entry belongs to the transaction of what it tells. */
    @EventListener
    void on(Recordable event) {
        var source = currentActor.getIfAvailable();
        append(
                event.record(),
                event.authority(),
                event.inWords(),
                event.at(),
                source == null ? Actor.SYSTEM : source.current());
    }

    /** Writes an entry directly, for a view or a refusal that no event tells of. */
    public void append(RecordRef record, @Nullable LocalAuthorityId authority, String what, Instant at, Actor actor) {
        jdbc.sql("""
            insert into audit_entry
                (id, at, account_id, actor_name, acting_as, authority_id, record_kind, record_id, what)
            values (:id, :at, :account, :name, :actingAs, :authority, :kind, :record, :what)
            """)
                .param("id", Uuid7.next())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .param("actingAs", actor.actingAs())
                .param("authority", authority == null ? null : authority.value())
                .param("kind", record.kind())
                .param("record", record.id())
                .param("what", what)
                .update();
    }

    /** The history of one record, newest first. The caller has made sure that the viewer may see the record. */
    public List<TrailEntry> of(RecordRef record) {
        return jdbc.sql("""
            select at, actor_name, acting_as, what from audit_entry
            where record_kind = :kind and record_id = :record
            order by at desc, id desc limit 200
            """)
                .param("kind", record.kind())
                .param("record", record.id())
                .query(AuditTrail::entry)
                .list();
    }

    /**
     * What last happened to records of one kind, newest first. The caller's role may know of all of them.
     *
     * @param leftOut what happens so often that it tells nothing, in the trail's own words
     */
    public List<TrailOf> latestOf(String kind, int most, String leftOut) {
        return jdbc.sql("""
            select record_id, at, actor_name, acting_as, what from audit_entry
            where record_kind = :kind and what <> :leftOut order by at desc, id desc limit :most
            """)
                .param("kind", kind)
                .param("leftOut", leftOut)
                .param("most", most)
                .query((row, number) -> new TrailOf(
                        new RecordRef(kind, row.getObject("record_id", UUID.class)), entry(row, number)))
                .list();
    }

    private static TrailEntry entry(ResultSet row, int number) throws SQLException {
        return new TrailEntry(
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"),
                row.getString("acting_as"),
                row.getString("what"));
    }
}
