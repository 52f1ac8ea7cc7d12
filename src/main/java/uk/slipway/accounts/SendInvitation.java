package uk.slipway.accounts;

import java.time.Clock;
import java.util.UUID;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.web.NotFound;

/** Invites the holder of an account by e-mail to choose a password. The caller has asked who may do so. */
@UseCase
class SendInvitation {

    private final Accounts accounts;
    private final PasswordLink links;
    private final Messages messages;
    private final AuditTrail trail;
    private final CurrentViewer actor;
    private final Clock clock;

    SendInvitation(
            Accounts accounts,
            PasswordLink links,
            Messages messages,
            AuditTrail trail,
            CurrentViewer actor,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.messages = messages;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /** @return the link, for the console of an installation without mail */
    public String to(AccountId id) {
        return send(Uuid7.next(), id);
    }

    /** Sends the invitation with this id, unless it has been sent. */
    void once(UUID invitation, AccountId id) {
        if (!links.isMade(invitation)) {
            send(invitation, id);
        }
    }

    private String send(UUID invitation, AccountId id) {
        var account = accounts.findById(id).orElseThrow(NotFound::new);
        var link = links.make(invitation, id, PasswordLink.Purpose.INVITATION);
        var inviter = actor.current();
        messages.send(new Recipient(account.name(), account.email()), "Your invitation to Slipway", """
            Dear %s

            %s has invited you to Slipway, where your region plans and records its work on children's services.

            Choose your password here:
            %s

            The link works once, within 7 days. Then you sign in with this e-mail address.
            If you did not expect this, you need not do anything.
            """.formatted(
                account.name(), inviter.equals(Actor.SYSTEM) ? "Whoever installed Slipway" : inviter.name(), link));
        trail.append(Account.ref(id), null, "sent an invitation", clock.instant(), inviter);
        return link;
    }
}
