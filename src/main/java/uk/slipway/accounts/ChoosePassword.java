package uk.slipway.accounts;

import java.time.Clock;
import org.springframework.security.crypto.password.PasswordEncoder;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Gives an account a new password and ends its sessions, which may be somebody else's. {@link PasswordRule} has been asked. */
@UseCase
class ChoosePassword {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Sessions sessions;
    private final Clock clock;

    ChoosePassword(Accounts accounts, PasswordEncoder encoder, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such account */
    public void choose(AccountId id, String password) {
        var account = accounts.findById(id).orElseThrow(NotFound::new);
        account.choosePassword(encoder.encode(password), clock.instant());
        accounts.saveAndFlush(account);
        sessions.end(id);
    }
}
