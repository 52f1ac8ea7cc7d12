package uk.slipway.accounts;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;

/**
 * Finds out whether somebody is who they say. Not one transaction: what is counted and recorded of a failure stays
 * whatever follows, and no connection is held while Argon2 works. An address without an account costs the same time.
 */
@Component
class CheckPassword {

    /** The password of the demonstration's accounts; worth nothing anywhere else. */
    static final String DEMONSTRATION = "demonstration";

    private static final int LONGEST = 1000;

    private final People people;
    private final Guesses guesses;
    private final PasswordEncoder encoder;
    private final AuditTrail trail;
    private final Clock clock;
    private final boolean demonstration;
    private @Nullable String nobodysHash;

    CheckPassword(
            People people,
            Guesses guesses,
            PasswordEncoder encoder,
            AuditTrail trail,
            Clock clock,
            Environment environment) {
        this.people = people;
        this.guesses = guesses;
        this.encoder = encoder;
        this.trail = trail;
        this.clock = clock;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
    }

    /** What came of it. */
    sealed interface Outcome {
        record Known(SignedInPerson person) implements Outcome {}

        record Unknown() implements Outcome {}

        record TooManyAttempts() implements Outcome {}
    }

    /**
     * Looks at one attempt.
     *
     * @param machine the network address it came from
     */
    Outcome check(String email, String password, String machine) {
        if (!guesses.begin(email, machine)) {
            refused(person(email), "was refused another attempt to sign in");
            return new Outcome.TooManyAttempts();
        }
        var person = person(email);
        var hash = person.map(SignedInPerson::getPassword).orElseGet(this::nobodysHash);
        boolean matches = encoder.matches(password.length() > LONGEST ? "" : password, hash)
                && (demonstration || !DEMONSTRATION.equals(password));
        if (person.isPresent() && person.get().getPassword() != null && matches) {
            guesses.succeeded(email);
            recorded(person.get().account(), "signed in");
            return new Outcome.Known(person.get());
        }
        refused(person, "failed to sign in");
        return new Outcome.Unknown();
    }

    private Optional<SignedInPerson> person(String email) {
        try {
            return Optional.of((SignedInPerson) people.loadUserByUsername(email));
        } catch (UsernameNotFoundException nobody) {
            return Optional.empty();
        }
    }

    private synchronized String nobodysHash() {
        if (nobodysHash == null) {
            nobodysHash = encoder.encode(UUID.randomUUID().toString());
        }
        return nobodysHash;
    }

    private void recorded(AccountId account, String what) {
        trail.append(Account.ref(account), null, what, clock.instant(), actor(account));
    }

    private void refused(Optional<SignedInPerson> person, String what) {
        person.ifPresentOrElse(
                known -> trail.append(
                        Account.ref(known.account()), null, what, clock.instant(), new Actor(null, "Somebody", null)),
                () -> trail.append(
                        new RecordRef("sign-in", Uuid7.next()),
                        null,
                        what + " with an address that has no account",
                        clock.instant(),
                        new Actor(null, "Somebody", null)));
    }

    private Actor actor(AccountId account) {
        return new Actor(account.value(), people.nameOf(account), null);
    }
}
