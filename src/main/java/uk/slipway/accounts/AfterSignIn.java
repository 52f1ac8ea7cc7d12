package uk.slipway.accounts;

import java.util.Optional;

/** Something that has to be shown to a person as soon as they have signed in. */
public interface AfterSignIn {

    /** The address of what waits for this account; empty when nothing does. */
    Optional<String> address(AccountId account);
}
