package uk.slipway.peerchallenge;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/** A Director's own word that they should not challenge an authority. Seen by them and the regional team. */
@Entity
class DeclaredConflict extends AbstractAggregateRoot<DeclaredConflict> {

    static final int LONGEST = 500;

    @EmbeddedId
    private ConflictId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private LocalAuthorityId authority;

    @Embedded
    private AccountId account;

    private String name;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "with_authority_id"))
    private LocalAuthorityId with;

    private String reason;
    private Instant declaredAt;
    private @Nullable Instant withdrawnAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected DeclaredConflict() {}

    private DeclaredConflict(
            ConflictId id, LocalAuthorityId authority, Viewer by, LocalAuthorityId with, String reason, Instant at) {
        this.id = id;
        this.authority = authority;
        this.account = by.account();
        this.name = by.name();
        this.with = with;
        this.reason = reason;
        this.declaredAt = at;
    }

    static DeclaredConflict declare(
            ConflictId id, LocalAuthorityId own, Viewer by, LocalAuthorityId with, String reason, Instant at) {
        var conflict = new DeclaredConflict(id, own, by, with, reason, at);
        conflict.registerEvent(new Happened(id, own, "declared a conflict of interest", at));
        return conflict;
    }

    AccountId account() {
        return account;
    }

    void withdraw(Instant at) {
        if (withdrawnAt != null) {
            return;
        }
        withdrawnAt = at;
        registerEvent(new Happened(id, authority, "withdrew a conflict of interest", at));
    }

    /** Declared, or withdrawn. */
    record Happened(ConflictId conflict, LocalAuthorityId authority, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("declared-conflict", conflict.value());
        }
    }
}
