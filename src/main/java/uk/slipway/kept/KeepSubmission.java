package uk.slipway.kept;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.AccountId;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;

/** Keeps what was typed for 24 hours. A person's twenty newest are kept, each of at most four megabytes. */
@UseCase
class KeepSubmission {

    static final Duration KEPT_FOR = Duration.ofHours(24);

    private static final int MOST = 20;
    private static final int LARGEST = 4_000_000;

    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final Clock clock;

    KeepSubmission(JdbcClient jdbc, Sealed sealed, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.clock = clock;
    }

    /**
     * Keeps it; what was kept for longer than a day goes at the same time.
     *
     * @return its id; empty when there is no such account, or it is too large
     */
    public Optional<UUID> keep(AccountId account, String address, List<TypedField> typed) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from kept_submission where expires_at <= :now")
                .param("now", now)
                .update();
        var id = Uuid7.next();
        var bytes = sealed.seal(id, typed);
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        int kept = jdbc.sql("""
            insert into kept_submission (id, account_id, address, typed, kept_at, expires_at)
            select :id, a.id, :address, :typed, :now, :end from account a
            where a.id = :account and a.closed_on is null
            """)
                .param("id", id)
                .param("account", account.value())
                .param("address", address)
                .param("typed", bytes)
                .param("now", now)
                .param("end", now.plus(KEPT_FOR))
                .update();
        jdbc.sql("""
            delete from kept_submission where account_id = :account and id not in
                (select id from kept_submission where account_id = :account
                 order by kept_at desc, id desc limit :most)
            """).param("account", account.value()).param("most", MOST).update();
        return kept == 1 ? Optional.of(id) : Optional.empty();
    }
}
