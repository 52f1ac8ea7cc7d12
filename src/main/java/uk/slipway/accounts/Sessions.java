package uk.slipway.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions of an account. They are rows of the database, so that ending them belongs to the transaction that causes it. */
@Component
class Sessions {

    private final JdbcClient jdbc;
    private final Viewers viewers;

    Sessions(JdbcClient jdbc, Viewers viewers) {
        this.jdbc = jdbc;
        this.viewers = viewers;
    }

    void end(AccountId account) {
        jdbc.sql("delete from spring_session where principal_name = :account")
                .param("account", account.value().toString())
                .update();
    }

    void endUnlessStillActing(AccountId account) {
        if (viewers.capacitiesOf(account).isEmpty()) {
            end(account);
        }
    }
}
