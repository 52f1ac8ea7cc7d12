package uk.slipway.particulars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.kernel.Uuid7;
import uk.slipway.placements.PlacementId;
import uk.slipway.region.LocalAuthorityId;

/** The tables of particulars. Whoever asks has asked before whether the viewer may. */
@Component
class ParticularsRows {

    private final JdbcClient jdbc;

    ParticularsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A child's particulars, closed. */
    record Kept(
            PlacementId placement,
            int number,
            long version,
            SealedParticulars.Sealed sealed,
            Instant keptAt,
            String keptBy) {}

    /** Somebody named beside the placement's own workers. */
    record Worker(
            UUID id, AccountId account, LocalAuthorityId authority, String name, String namedBy, Instant namedAt) {}

    /** One opening. */
    record Opening(UUID id, String who, String reason, Instant at, Instant until) {}

    List<Kept> of(PlacementId placement) {
        return jdbc.sql("select * from placement_particulars where placement_id = :placement order by number")
                .param("placement", placement.value())
                .query(ParticularsRows::kept)
                .list();
    }

    /** What is sealed under other keys than this, oldest first, at most so many; held until the transaction ends. */
    List<Kept> notUnder(String key, int most) {
        return jdbc.sql("""
            select * from placement_particulars where key_id <> :key order by kept_at, placement_id, number limit :most
            for update skip locked
            """)
                .param("key", key)
                .param("most", most)
                .query(ParticularsRows::kept)
                .list();
    }

    /** Puts the first in. False when somebody just has. */
    boolean add(PlacementId placement, int number, SealedParticulars.Sealed sealed, Instant at, String by) {
        return jdbc.sql("""
            insert into placement_particulars (placement_id, number, version, key_id, sealed, kept_at, kept_by)
            values (:placement, :number, 0, :key, :sealed, :at, :by) on conflict do nothing
            """)
                        .param("placement", placement.value())
                        .param("number", number)
                        .param("key", sealed.key())
                        .param("sealed", sealed.bytes())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Replaces them. False when the version is another by now. */
    boolean replace(
            PlacementId placement, int number, long version, SealedParticulars.Sealed sealed, Instant at, String by) {
        return jdbc.sql("""
            update placement_particulars set version = version + 1, key_id = :key, sealed = :sealed, kept_at = :at,
                kept_by = :by
            where placement_id = :placement and number = :number and version = :version
            """)
                        .param("placement", placement.value())
                        .param("number", number)
                        .param("version", version)
                        .param("key", sealed.key())
                        .param("sealed", sealed.bytes())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** The same content under another key: nobody wrote anything, so who kept it and when stays. */
    void sealAnew(PlacementId placement, int number, SealedParticulars.Sealed sealed) {
        jdbc.sql("""
            update placement_particulars set key_id = :key, sealed = :sealed
            where placement_id = :placement and number = :number
            """)
                .param("placement", placement.value())
                .param("number", number)
                .param("key", sealed.key())
                .param("sealed", sealed.bytes())
                .update();
    }

    List<Worker> workers(PlacementId placement) {
        return jdbc.sql("""
            select w.*, a.name from particulars_worker w join account a on a.id = w.account_id
            where w.placement_id = :placement and w.ended_at is null order by lower(a.name), w.id
            """)
                .param("placement", placement.value())
                .query((row, number) -> new Worker(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                        row.getString("name"),
                        row.getString("named_by"),
                        row.getTimestamp("named_at").toInstant()))
                .list();
    }

    /** Names somebody. False when they are named already. */
    boolean name(PlacementId placement, LocalAuthorityId authority, AccountId account, Instant at, String by) {
        return jdbc.sql("""
            insert into particulars_worker (id, placement_id, authority_id, account_id, named_at, named_by)
            values (:id, :placement, :authority, :account, :at, :by)
            on conflict (placement_id, account_id) where ended_at is null do nothing
            """)
                        .param("id", Uuid7.next())
                        .param("placement", placement.value())
                        .param("authority", authority.value())
                        .param("account", account.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Somebody of this authority is named no more. False when they were not. */
    boolean endNaming(PlacementId placement, LocalAuthorityId authority, UUID worker, Instant at, String by) {
        return jdbc.sql("""
            update particulars_worker set ended_at = :at, ended_by = :by
            where id = :worker and placement_id = :placement and authority_id = :authority and ended_at is null
            """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("worker", worker)
                        .param("placement", placement.value())
                        .param("authority", authority.value())
                        .update()
                == 1;
    }

    /** The account's opening that has not closed again, if there is one. */
    Optional<Opening> open(PlacementId placement, AccountId account, Instant now) {
        return jdbc.sql("""
            select * from particulars_opening
            where placement_id = :placement and account_id = :account and open_until > :now
            order by opened_at desc limit 1
            """)
                .param("placement", placement.value())
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ParticularsRows::opening)
                .optional();
    }

    /** One after the other, so that the same press sent twice is one opening. */
    void hold(PlacementId placement) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('particulars'), hashtext(:placement))")
                .param("placement", placement.value().toString())
                .query((row, number) -> number)
                .list();
    }

    void opened(
            PlacementId placement, @Nullable AccountId account, String who, String reason, Instant at, Instant until) {
        jdbc.sql("""
            insert into particulars_opening (id, placement_id, account_id, who, reason, opened_at, open_until)
            values (:id, :placement, :account, :who, :reason, :at, :until)
            """)
                .param("id", Uuid7.next())
                .param("placement", placement.value())
                .param("account", account == null ? null : account.value())
                .param("who", who)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest hundred. */
    List<Opening> openings(PlacementId placement) {
        return jdbc.sql("""
            select * from particulars_opening where placement_id = :placement
            order by opened_at desc, id desc limit 100
            """)
                .param("placement", placement.value())
                .query(ParticularsRows::opening)
                .list();
    }

    private static Opening opening(ResultSet row, int number) throws SQLException {
        return new Opening(
                row.getObject("id", UUID.class),
                row.getString("who"),
                row.getString("reason"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("open_until").toInstant());
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new PlacementId(row.getObject("placement_id", UUID.class)),
                row.getInt("number"),
                row.getLong("version"),
                new SealedParticulars.Sealed(row.getString("key_id"), row.getBytes("sealed")),
                row.getTimestamp("kept_at").toInstant(),
                row.getString("kept_by"));
    }
}
