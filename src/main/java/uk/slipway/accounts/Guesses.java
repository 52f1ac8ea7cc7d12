package uk.slipway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.Uuid7;

/**
 * Counts attempts that have not succeeded, by what was typed as an address and by the machine they came from, whether or
 * not the address has an account, so that the answer tells nothing. In the database, so that a restart forgives nobody.
 */
@Component
class Guesses {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int FOR_ONE_ADDRESS = 10;
    /** A whole authority may sit behind one machine. */
    static final int FROM_ONE_MACHINE = 100;

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Guesses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one more attempt before it is looked at, so that many at once count too. False: too many, do not look. */
    boolean begin(String address, String machine) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var typed = hash(address);
        var counted = jdbc.sql("""
            select count(*) filter (where typed = :typed) < :forOne
               and count(*) filter (where sent_from = :machine) < :fromOne
            from sign_in_attempt
            where at > :since and (typed = :typed or sent_from = :machine)
            """)
                .param("typed", typed)
                .param("machine", machine)
                .param("since", now.minus(WINDOW))
                .param("forOne", FOR_ONE_ADDRESS)
                .param("fromOne", FROM_ONE_MACHINE)
                .query(Boolean.class)
                .single();
        if (Boolean.TRUE.equals(counted)) {
            jdbc.sql("insert into sign_in_attempt (id, typed, sent_from, at) values (:id, :typed, :machine, :at)")
                    .param("id", Uuid7.next())
                    .param("typed", typed)
                    .param("machine", machine)
                    .param("at", now)
                    .update();
            return true;
        }
        return false;
    }

    /** It was no guess: what stood against the address is forgotten. */
    void succeeded(String address) {
        jdbc.sql("delete from sign_in_attempt where typed = :typed or at < :old")
                .param("typed", hash(address))
                .param("old", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] hash(String address) {
        return sha256(address.strip().toLowerCase(Locale.ROOT));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
