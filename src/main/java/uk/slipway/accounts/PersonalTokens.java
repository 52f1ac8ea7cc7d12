package uk.slipway.accounts;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.LondonTime;

/**
 * The tokens with which a person's programs sign in. The database holds only a hash of each: 256 random bits need no slower
 * one.
 */
@Component
class PersonalTokens {

    /** What every token begins with, so that one that leaks is recognised for what it is. */
    static final String PREFIX = "slipway_";

    /** More than these, over or not, a person is not shown. */
    private static final int MOST = 100;

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose token it is, and the capacity it acts in. */
    record Found(UUID id, AccountId account, String email, UUID capacity) {}

    /**
     * A token as its person sees it.
     *
     * @param lastUsed the day it was last used, or null for never
     * @param over whether it works no more
     */
    record Listed(
            UUID id,
            String name,
            Instant madeAt,
            Instant expiresAt,
            @Nullable LocalDate lastUsed,
            boolean over) {}

    /** Makes one; what is answered is shown once and kept nowhere. Empty where this id has been made before. */
    Optional<String> make(UUID id, AccountId account, UUID capacity, String name, Duration holds) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        int made = jdbc.sql("""
            insert into personal_token (id, account_id, capacity_id, name, token_hash, made_at, expires_at)
            values (:id, :account, :capacity, :name, :hash, :now, :end) on conflict (id) do nothing
            """)
                .param("id", id)
                .param("account", account.value())
                .param("capacity", capacity)
                .param("name", name)
                .param("hash", Guesses.sha256(token))
                .param("now", now)
                .param("end", now.plus(holds))
                .update();
        return made == 1 ? Optional.of(token) : Optional.empty();
    }

    /** A person's tokens, the newest first. */
    List<Listed> of(AccountId account) {
        return jdbc.sql("""
            select id, name, made_at, expires_at, last_used_on, ended_at is not null or expires_at <= :now as over
            from personal_token where account_id = :account order by made_at desc, id desc limit %d
            """.formatted(MOST))
                .param("account", account.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(PersonalTokens::listed)
                .list();
    }

    /** Ends one of the person's; false where they have none that still works with this id. */
    boolean end(AccountId account, UUID id) {
        return jdbc.sql("""
            update personal_token set ended_at = :now where id = :id and account_id = :account and ended_at is null
            """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** The name of one of the person's tokens. */
    Optional<String> name(AccountId account, UUID id) {
        return jdbc.sql("select name from personal_token where id = :id and account_id = :account")
                .param("id", id)
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    /** Whose this token is, where it works; the day is noted. */
    Optional<Found> use(String token) {
        var found = jdbc.sql("""
            select t.id, t.account_id, a.email, t.capacity_id from personal_token t
            join account a on a.id = t.account_id and a.closed_on is null
            where t.token_hash = :hash and t.ended_at is null and t.expires_at > :now
            """)
                .param("hash", Guesses.sha256(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("email"),
                        row.getObject("capacity_id", UUID.class)))
                .optional();
        found.ifPresent(one -> jdbc.sql("""
            update personal_token set last_used_on = :today
            where id = :id and last_used_on is distinct from :today
            """)
                .param("today", LondonTime.today(clock))
                .param("id", one.id())
                .update());
        return found;
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getObject("last_used_on", LocalDate.class),
                row.getBoolean("over"));
    }
}
