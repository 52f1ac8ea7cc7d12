package uk.slipway.kept;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.AccountId;
import uk.slipway.kernel.UseCase;

/** Deletes what was kept: because its owner said so, because it has been sent, or because its day is over. */
@UseCase
class DiscardKept {

    private final JdbcClient jdbc;
    private final Clock clock;

    DiscardKept(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Only its owner's; what is gone already stays gone. */
    public void discard(AccountId account, UUID id) {
        jdbc.sql("delete from kept_submission where id = :id and account_id = :account")
                .param("id", id)
                .param("account", account.value())
                .update();
    }

    /** Everything whose 24 hours are over. */
    public int discardExpired() {
        return jdbc.sql("delete from kept_submission where expires_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
