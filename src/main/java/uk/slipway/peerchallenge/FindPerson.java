package uk.slipway.peerchallenge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Directory;
import uk.slipway.kernel.UseCase;

/** Finds whom a form means: by account, or by the e-mail address they sign in with. */
@UseCase(readOnly = true)
class FindPerson {

    private final Directory directory;

    FindPerson(Directory directory) {
        this.directory = directory;
    }

    /** The first of these that leads to an account; null when none does. */
    @Nullable
    AccountId find(@Nullable String... given) {
        for (var one : given) {
            if (one == null || one.isBlank()) {
                continue;
            }
            if (one.contains("@")) {
                var found = directory.findByEmail(one);
                if (found.isPresent()) {
                    return found.get().account();
                }
            } else {
                try {
                    var found = directory.find(new AccountId(UUID.fromString(one.strip())));
                    if (found.isPresent()) {
                        return found.get().account();
                    }
                } catch (IllegalArgumentException none) {
                    continue;
                }
            }
        }
        return null;
    }
}
