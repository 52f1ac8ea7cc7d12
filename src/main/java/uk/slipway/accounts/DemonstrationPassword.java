package uk.slipway.accounts;

import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import uk.slipway.kernel.UseCase;

/** Gives everybody in the demonstration the password "demonstration", hashed once for all of them. */
@UseCase
@Profile("demonstration")
public class DemonstrationPassword {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Clock clock;

    DemonstrationPassword(Accounts accounts, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Everybody who has no password yet. */
    public void forEverybody() {
        var encoded = encoder.encode(CheckPassword.DEMONSTRATION);
        accounts.findByPasswordHashIsNull().forEach(account -> {
            account.choosePassword(encoded, clock.instant());
            accounts.saveAndFlush(account);
        });
    }
}
