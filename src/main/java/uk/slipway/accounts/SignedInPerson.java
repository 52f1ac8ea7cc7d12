package uk.slipway.accounts;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** What the session remembers of a person: who they are, never what they may do; that is read anew for each request. */
final class SignedInPerson implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final AccountId account;
    private final String email;
    private @Nullable String passwordHash;

    SignedInPerson(AccountId account, String email, @Nullable String passwordHash) {
        this.account = account;
        this.email = email;
        this.passwordHash = passwordHash;
    }

    AccountId account() {
        return account;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    /** The account's id, so that every session of an account can be found and ended. */
    @Override
    public String getUsername() {
        return account.value().toString();
    }

    String email() {
        return email;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
