package uk.slipway.accounts;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.OrganisationId;

/** Opens the first account of an installation, an administrator's, and invites them. Only while there is no account at all. */
@UseCase
class InviteFirstAdministrator {

    private final Accounts accounts;
    private final OpenAccount openAccount;
    private final SendInvitation sendInvitation;
    private final JdbcClient jdbc;
    private final Clock clock;

    InviteFirstAdministrator(
            Accounts accounts, OpenAccount openAccount, SendInvitation sendInvitation, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.sendInvitation = sendInvitation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the link, or empty when there are accounts already */
    public Optional<String> at(EmailAddress address) {
        jdbc.sql("lock table account in share row exclusive mode").update();
        if (accounts.count() > 0) {
            return Optional.empty();
        }
        var team = jdbc.sql("select id from organisation where kind = 'REGIONAL_TEAM' and region_code = 'E12000002'")
                .query(java.util.UUID.class)
                .single();
        var account = openAccount.open(
                "Administrator",
                address.value(),
                Role.ADMINISTRATOR,
                new OrganisationId(team),
                LondonTime.today(clock));
        return Optional.of(sendInvitation.to(account));
    }
}
