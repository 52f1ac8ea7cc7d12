package uk.slipway.selfevaluation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.region.LocalAuthorityId;

/**
 * One section: its text in Markdown, an own grade where its scheme has them, and whether its authors call it complete. An
 * aggregate of its own, so that two people in two sections are never in each other's way.
 */
@Entity
@Table(name = "self_evaluation_section")
class Section extends AbstractAggregateRoot<Section> {

    /** The most characters a section's text can have. */
    static final int LONGEST = 50_000;

    @EmbeddedId
    private SectionId id;

    @Version
    private @Nullable Long version;

    @Column(name = "evaluation_id")
    private UUID evaluation;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "authority_id"))
    private LocalAuthorityId authority;

    private String code;
    private int position;
    private String title;
    private String guidance;

    @Column(name = "area_code")
    private @Nullable String areaCode;

    private boolean progress;
    private String body;
    private @Nullable String grade;
    private boolean complete;

    @Column(name = "saved_at")
    private @Nullable Instant savedAt;

    @Column(name = "saved_by")
    private @Nullable String savedBy;

    @SuppressWarnings("NullAway.Init")
    protected Section() {}

    /** An empty section as the cycle's template has it. */
    Section(
            SectionId id,
            SelfEvaluation of,
            int position,
            String code,
            String title,
            String guidance,
            @Nullable String areaCode,
            boolean progress) {
        this.id = id;
        this.evaluation = of.id().value();
        this.authority = of.authority();
        this.position = position;
        this.code = code;
        this.title = title;
        this.guidance = guidance;
        this.areaCode = areaCode;
        this.progress = progress;
        this.body = "";
    }

    /** The same section in the next version of the self-evaluation, to be looked through again. */
    Section copiedInto(SelfEvaluation next, SectionId newId) {
        var copy = new Section(newId, next, position, code, title, guidance, areaCode, progress);
        copy.body = body;
        copy.grade = grade;
        copy.complete = complete;
        copy.savedAt = savedAt;
        copy.savedBy = savedBy;
        return copy;
    }

    /**
     * Writes it anew.
     *
     * @return false when nothing of it changed
     */
    boolean write(String newBody, @Nullable String newGrade, boolean nowComplete, String by, Instant at) {
        if (saysAlready(newBody, newGrade, nowComplete)) {
            return false;
        }
        body = newBody;
        grade = newGrade;
        complete = nowComplete;
        savedAt = at;
        savedBy = by;
        return true;
    }

    /** Whether the words or the grade would change, and not only the mark that it is complete. */
    boolean wouldSayOtherwise(String newBody, @Nullable String newGrade) {
        return !body.equals(newBody) || !Objects.equals(grade, newGrade);
    }

    boolean saysAlready(String otherBody, @Nullable String otherGrade, boolean otherComplete) {
        return !wouldSayOtherwise(otherBody, otherGrade) && complete == otherComplete;
    }

    SectionId id() {
        return id;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    boolean tellsProgress() {
        return progress;
    }

    String body() {
        return body;
    }

    @Nullable
    String grade() {
        return grade;
    }

    boolean complete() {
        return complete;
    }

    @Nullable
    String savedBy() {
        return savedBy;
    }

    LocalAuthorityId authority() {
        return authority;
    }

    long currentVersion() {
        return version == null ? 0 : version;
    }
}
