package uk.slipway.selfevaluation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Role;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;

/** A name under a self-evaluation, given on screen or on paper. A void one stays and no longer counts. */
@Entity
@Table(name = "self_evaluation_sign_off")
class SignOff {

    /**
     * What a signatory gives.
     *
     * @param name the person's name
     * @param actingAs their role and organisation, in words
     * @param account their account, or null for a paper signature
     * @param on the day they signed
     * @param scan the scanned paper, or null for a signature on screen
     * @param recordedBy who recorded it; the same person for a signature on screen
     */
    record Signature(
            String name,
            String actingAs,
            @Nullable UUID account,
            LocalDate on,
            @Nullable UUID scan,
            String recordedBy) {

        boolean onPaper() {
            return scan != null;
        }
    }

    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "authority_id"))
    private LocalAuthorityId authority;

    private int step;
    private String verb;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "signed_by")
    private String signedBy;

    @Column(name = "acting_as")
    private String actingAs;

    @Column(name = "account_id")
    private @Nullable UUID account;

    @Column(name = "signed_on")
    private LocalDate signedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "on_paper")
    private boolean onPaper;

    @Column(name = "document_id")
    private @Nullable UUID scan;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "voided_at")
    private @Nullable Instant voidedAt;

    @Column(name = "voided_because")
    private @Nullable String voidedBecause;

    @SuppressWarnings("NullAway.Init")
    protected SignOff() {}

    SignOff(LocalAuthorityId authority, int step, String verb, Role role, Signature signature, Instant at) {
        this.id = Uuid7.at(at);
        this.authority = authority;
        this.step = step;
        this.verb = verb;
        this.role = role;
        this.signedBy = signature.name();
        this.actingAs = signature.actingAs();
        this.account = signature.account();
        this.signedOn = signature.on();
        this.recordedAt = at;
        this.onPaper = signature.onPaper();
        this.scan = signature.scan();
        this.recordedBy = signature.recordedBy();
    }

    boolean counts() {
        return voidedAt == null;
    }

    int step() {
        return step;
    }

    void voidIt(String because, Instant at) {
        if (voidedAt == null) {
            voidedAt = at;
            voidedBecause = because;
        }
    }
}
