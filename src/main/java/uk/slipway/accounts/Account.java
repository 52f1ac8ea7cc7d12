package uk.slipway.accounts;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/** A person's one account: who they are and how they sign in. What they may do is in the roles they hold. */
@Entity
class Account extends AbstractAggregateRoot<Account> {

    /** The kind under which an account stands in the audit trail. */
    static final String KIND = "account";

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AccountId id;

    @Version
    private @Nullable Long version;

    private String email;
    private String name;
    private @Nullable String passwordHash;
    private Instant createdAt;
    private @Nullable LocalDate closedOn;

    /** For JPA. */
    protected Account() {}

    private Account(AccountId id, String email, String name, Instant createdAt) {
        this.id = id;
        this.email = email;
        this.name = name;
        this.createdAt = createdAt;
    }

    static Account open(AccountId id, EmailAddress email, String name, Instant at) {
        var account = new Account(id, email.value(), name.strip(), at);
        account.registerEvent(new Opened(id, at));
        return account;
    }

    AccountId id() {
        return id;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    boolean isClosed() {
        return closedOn != null;
    }

    boolean hasPassword() {
        return passwordHash != null;
    }

    void choosePassword(String encoded, Instant at) {
        passwordHash = encoded;
        registerEvent(new PasswordChosen(id, at));
    }

    static RecordRef ref(AccountId id) {
        return new RecordRef(KIND, id.value());
    }

    /** Somebody has an account. */
    record Opened(AccountId account, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return ref(account);
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }

        @Override
        public String inWords() {
            return "opened the account";
        }
    }

    /** A new password holds from now on. */
    record PasswordChosen(AccountId account, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return ref(account);
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }

        @Override
        public String inWords() {
            return "chose a new password";
        }
    }
}
