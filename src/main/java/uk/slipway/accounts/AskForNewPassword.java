package uk.slipway.accounts;

import java.time.Clock;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.UseCase;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;

/** Sends a link for a new password to an address that has an account, and does nothing visible for one that has none. */
@UseCase
class AskForNewPassword {

    private final Accounts accounts;
    private final PasswordLink links;
    private final Messages messages;
    private final AuditTrail trail;
    private final Clock clock;

    AskForNewPassword(Accounts accounts, PasswordLink links, Messages messages, AuditTrail trail, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    public void of(EmailAddress address) {
        var account = accounts.findByEmail(address.value());
        if (account.isEmpty() || account.get().isClosed()) {
            return;
        }
        var id = account.get().id();
        messages.send(
                new Recipient(account.get().name(), account.get().email()), "A new password for Slipway", """
                    Dear %s

                    Somebody, we hope you, has asked for a new password for this e-mail address.

                    Choose it here:
                    %s

                    The link works once, within an hour. If it was not you, you need not do anything: your password stays as it is.
                    """.formatted(
                                account.get().name(), links.make(id, PasswordLink.Purpose.RESET)));
        trail.append(
                Account.ref(id),
                null,
                "asked for a new password for the account",
                clock.instant(),
                new Actor(null, "Somebody", null));
    }
}
