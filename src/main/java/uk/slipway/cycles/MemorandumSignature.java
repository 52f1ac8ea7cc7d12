package uk.slipway.cycles;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * One signature under an authority's memorandum of understanding for a year: given here by the person, or on paper and
 * recorded by an officer, who is named with it. There is one for each of the three roles, and it is never taken back.
 */
@Entity
@Table(name = "memorandum_signature")
class MemorandumSignature extends AbstractAggregateRoot<MemorandumSignature> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SignatureId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private CycleId cycle;

    @Embedded
    private LocalAuthorityId authority;

    @Enumerated(EnumType.STRING)
    private MemorandumRole role;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "signed_by"))
    private @Nullable AccountId signedBy;

    private String signedByName;
    private boolean acting;
    private Instant signedAt;
    private LocalDate signedOn;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "recorded_by"))
    private @Nullable AccountId recordedBy;

    private @Nullable String recordedByName;
    private @Nullable String note;

    /** For JPA. */
    protected MemorandumSignature() {}

    private MemorandumSignature(
            SignatureId id, CycleId cycle, LocalAuthorityId authority, MemorandumRole role, String name, Instant at) {
        this.id = id;
        this.cycle = cycle;
        this.authority = authority;
        this.role = role;
        this.signedByName = name;
        this.signedAt = at;
        this.signedOn = LondonTime.dayOf(at);
    }

    static MemorandumSignature byThemselves(
            SignatureId id, CycleId cycle, LocalAuthorityId authority, MemorandumRole role, Viewer viewer, Instant at) {
        var signature = new MemorandumSignature(id, cycle, authority, role, viewer.name(), at);
        signature.signedBy = viewer.account();
        signature.acting = viewer.acting();
        signature.registerEvent(new Signed(cycle, authority, "signed the memorandum of understanding", at));
        return signature;
    }

    static MemorandumSignature onPaper(
            SignatureId id,
            CycleId cycle,
            LocalAuthorityId authority,
            MemorandumRole role,
            PaperSignature paper,
            Viewer recorder,
            Instant at) {
        var signature = new MemorandumSignature(id, cycle, authority, role, paper.name(), at);
        signature.signedOn = paper.on();
        signature.recordedBy = recorder.account();
        signature.recordedByName = recorder.name();
        signature.note = paper.note();
        signature.registerEvent(new Signed(
                cycle,
                authority,
                "recorded the signature of " + paper.name() + ", " + role.inWords()
                        + ", on paper under the memorandum of understanding",
                at));
        return signature;
    }

    /** The memorandum was signed for an authority by one of the three. */
    public record Signed(CycleId cycle, LocalAuthorityId authority, String inWords, Instant at) implements Recordable {

        /** One memorandum is a cycle's and an authority's, which the trail keeps beside it. */
        @Override
        public RecordRef record() {
            return new RecordRef("memorandum", cycle.value());
        }
    }
}
