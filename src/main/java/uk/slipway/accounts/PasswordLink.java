package uk.slipway.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.Uuid7;

/**
 * The links that let one person choose a password, once. The database holds only a hash of what stands in the link: 256
 * random bits need no slower one.
 */
@Component
class PasswordLink {

    /** What a link is for, and how long it holds. */
    enum Purpose {
        INVITATION(Duration.ofDays(7), "/invitations/"),
        RESET(Duration.ofHours(1), "/password-reset/");

        private final Duration holds;
        private final String path;

        Purpose(Duration holds, String path) {
            this.holds = holds;
            this.path = path;
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PublicAddress address;
    private final Clock clock;

    PasswordLink(JdbcClient jdbc, PublicAddress address, Clock clock) {
        this.jdbc = jdbc;
        this.address = address;
        this.clock = clock;
    }

    /** Whose link it is, and whether it still opens anything. */
    record Found(UUID id, AccountId account, State state) {}

    /** What has become of a link. */
    enum State {
        OPEN,
        USED,
        EXPIRED
    }

    /** Makes a link; earlier ones for the same account and purpose stop working. */
    String make(AccountId account, Purpose purpose) {
        return make(Uuid7.next(), account, purpose);
    }

    /** Whether the link with this id has been made. */
    boolean isMade(UUID id) {
        return jdbc.sql("select exists (select 1 from password_link where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** The same, with the id that the form asked for. */
    String make(UUID id, AccountId account, Purpose purpose) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            update password_link set expires_at = least(expires_at, :now)
            where account_id = :account and purpose = :purpose and used_at is null
            """)
                .param("now", now)
                .param("account", account.value())
                .param("purpose", purpose.name())
                .update();
        jdbc.sql("""
            insert into password_link (id, account_id, purpose, token_hash, made_at, expires_at)
            values (:id, :account, :purpose, :hash, :now, :end)
            """)
                .param("id", id)
                .param("account", account.value())
                .param("purpose", purpose.name())
                .param("hash", Guesses.sha256(token))
                .param("now", now)
                .param("end", now.plus(purpose.holds))
                .update();
        return address.of(purpose.path + token);
    }

    Optional<Found> find(String token, Purpose purpose) {
        return jdbc.sql("""
            select l.id, l.account_id, case when l.used_at is not null then 'USED'
                when l.expires_at <= :now then 'EXPIRED' else 'OPEN' end as state
            from password_link l join account a on a.id = l.account_id and a.closed_on is null
            where l.token_hash = :hash and l.purpose = :purpose
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("hash", Guesses.sha256(token))
                .param("purpose", purpose.name())
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        State.valueOf(row.getString("state"))))
                .optional();
    }

    /** Uses it up. False when somebody else just has. */
    boolean use(UUID id) {
        return jdbc.sql("update password_link set used_at = :now where id = :id and used_at is null")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }
}
