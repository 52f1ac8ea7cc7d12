package uk.slipway.kept;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Shows a person what was kept for them. */
@UseCase(readOnly = true)
class ShowKept {

    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final Clock clock;

    ShowKept(JdbcClient jdbc, Sealed sealed, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.clock = clock;
    }

    record Kept(UUID id, String address, List<TypedField> typed, Instant keptAt, Instant until) {}

    private record Row(String address, byte[] typed, Instant keptAt, Instant until) {}

    /** @throws NotFound when nothing is kept under this id for this account, or no longer */
    public Kept show(Viewer viewer, UUID id) {
        var row = jdbc.sql("""
            select address, typed, kept_at, expires_at from kept_submission
            where id = :id and account_id = :account and expires_at > :now
            """)
                .param("id", id)
                .param("account", viewer.account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((found, number) -> new Row(
                        found.getString("address"),
                        found.getBytes("typed"),
                        found.getTimestamp("kept_at").toInstant(),
                        found.getTimestamp("expires_at").toInstant()))
                .optional()
                .orElseThrow(NotFound::new);
        return new Kept(id, row.address(), sealed.open(id, row.typed()), row.keptAt(), row.until());
    }

    /** What is kept for an account, newest first. */
    public List<UUID> waitingFor(AccountId account) {
        return jdbc.sql("""
            select id from kept_submission where account_id = :account and expires_at > :now
            order by kept_at desc, id desc
            """)
                .param("account", account.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}
