package uk.slipway.selfevaluation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;

/** What a section's claims stand on. */
@Entity
@Table(name = "self_evaluation_evidence")
class Evidence {

    static final int LONGEST_REFERENCE = 300;
    static final int LONGEST_NOTE = 2_000;

    /**
     * What somebody says of a piece of evidence.
     *
     * @param kind what it is
     * @param reference where it can be found
     * @param dated its date, where it has one
     * @param note what it shows; may be empty
     * @param document its file, where it has one
     * @param cited the published figure it is, where it is one that was cited
     */
    record Draft(
            EvidenceKind kind,
            String reference,
            @Nullable LocalDate dated,
            String note,
            @Nullable UUID document,
            @Nullable CitedFigure cited) {

        Draft(EvidenceKind kind, String reference, @Nullable LocalDate dated, String note, @Nullable UUID document) {
            this(kind, reference, dated, note, document, null);
        }
    }

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(name = "section_id")
    private UUID section;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "authority_id"))
    private LocalAuthorityId authority;

    @Enumerated(EnumType.STRING)
    private EvidenceKind kind;

    private String reference;
    private @Nullable LocalDate dated;
    private String note;

    @Column(name = "document_id")
    private @Nullable UUID document;

    @Embedded
    private @Nullable CitedFigure cited;

    /** The citation, the same in every version; null where nothing is cited. */
    @Column(name = "citation_id")
    private @Nullable UUID citation;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {}

    Evidence(UUID id, Section section, Draft draft, Instant at) {
        this.id = id;
        this.section = section.id().value();
        this.authority = section.authority();
        this.kind = draft.kind();
        this.reference = draft.reference();
        this.dated = draft.dated();
        this.note = draft.note();
        this.document = draft.document();
        this.cited = draft.cited();
        this.citation = draft.cited() == null ? null : id;
        this.createdAt = at;
    }

    /** The same evidence in the next version's section. */
    Evidence copiedInto(Section next) {
        var copy =
                new Evidence(Uuid7.next(), next, new Draft(kind, reference, dated, note, document, cited), createdAt);
        copy.citation = citation;
        return copy;
    }

    UUID section() {
        return section;
    }
}
