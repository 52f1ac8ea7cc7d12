package uk.slipway.accounts;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** {@code --slipway.invite-administrator=ADDRESS}: how a new installation gets its first account. */
@Component
class InvitationOnTheConsole implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationOnTheConsole.class);

    private final InviteFirstAdministrator inviteFirstAdministrator;
    private final @Nullable String address;

    InvitationOnTheConsole(
            InviteFirstAdministrator inviteFirstAdministrator,
            @Value("${slipway.invite-administrator:#{null}}") @Nullable String address) {
        this.inviteFirstAdministrator = inviteFirstAdministrator;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (address == null) {
            return;
        }
        var email = EmailAddress.of(address);
        if (email.isEmpty()) {
            LOG.error("slipway.invite-administrator is not an e-mail address; nobody has been invited");
            return;
        }
        inviteFirstAdministrator
                .at(email.get())
                .ifPresentOrElse(
                        link -> System.out.printf(
                                "%n  The first administrator chooses a password here, once, within 7 days:%n  %s%n%n",
                                link),
                        () -> LOG.info("There are accounts already: nobody has been invited"));
    }
}
