package uk.slipway.accounts;

import java.time.Clock;
import java.time.LocalDate;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.OrganisationId;

/**
 * Opens a person's account and gives them their first role. For the demonstration and other rooms' own use cases, which
 * have asked who may do so; people do it on {@code /accounts}. The person has no password yet.
 */
@UseCase
public class OpenAccount {

    private final Accounts accounts;
    private final GiveRole giveRole;
    private final Clock clock;

    OpenAccount(Accounts accounts, GiveRole giveRole, Clock clock) {
        this.accounts = accounts;
        this.giveRole = giveRole;
        this.clock = clock;
    }

    /**
     * Opens an account with a role from a day on, without an end. Somebody who has an account already keeps it, and is
     * given the role.
     *
     * @return the account, which may be older than this call
     * @throws IllegalArgumentException when the address is none, or the role cannot be held there
     */
    public AccountId open(String name, String email, Role role, OrganisationId organisation, LocalDate from) {
        var account = open(name, email);
        giveRole.give(account, role, organisation, DateSpan.startingOn(from));
        return account;
    }

    /** Opens an account without a role, for somebody who will hold appointments only. */
    public AccountId open(String name, String email) {
        var address = EmailAddress.required(email);
        return accounts.findByEmail(address.value())
                .map(Account::id)
                .orElseGet(() -> accounts.saveAndFlush(
                                Account.open(new AccountId(Uuid7.at(clock.instant())), address, name, clock.instant()))
                        .id());
    }
}
