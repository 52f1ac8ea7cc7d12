package uk.slipway.cycles;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;

/**
 * One version of what a region's authorities are asked to write. It never changes: {@link #succeededBy} makes the next.
 */
@Entity
@Table(name = "self_evaluation_template")
class SelfEvaluationTemplate extends AbstractAggregateRoot<SelfEvaluationTemplate> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private TemplateId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private RegionCode region;

    private int number;
    private Instant madeAt;
    private String madeByName;

    @ElementCollection
    @CollectionTable(name = "template_section", joinColumns = @JoinColumn(name = "template_id"))
    @OrderColumn(name = "position")
    private List<TemplateSection> sections = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "template_sign_off", joinColumns = @JoinColumn(name = "template_id"))
    @OrderColumn(name = "position")
    private List<SignOffLine> chain = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "template_question", joinColumns = @JoinColumn(name = "template_id"))
    @OrderColumn(name = "position")
    private List<TemplateQuestion> questions = new ArrayList<>();

    /** For JPA. */
    protected SelfEvaluationTemplate() {}

    SelfEvaluationTemplate(
            TemplateId id, RegionCode region, int number, TemplateText text, String madeByName, Instant at) {
        this.id = id;
        this.region = region;
        this.number = number;
        this.madeByName = madeByName;
        this.madeAt = at;
        this.sections.addAll(text.sections());
        this.chain.addAll(text.chain());
        this.questions.addAll(text.questions());
        registerEvent(new Made(id, region, number, at));
    }

    /** The next version, with another text. */
    SelfEvaluationTemplate succeededBy(TemplateId next, int number, TemplateText text, String madeByName, Instant at) {
        return new SelfEvaluationTemplate(next, region, number, text, madeByName, at);
    }

    TemplateId id() {
        return id;
    }

    int number() {
        return number;
    }

    TemplateText text() {
        return new TemplateText(sections, chain, questions);
    }

    /** A version was made. */
    public record Made(TemplateId template, RegionCode region, int number, Instant at) implements Recordable {

        @Override
        public RecordRef record() {
            return new RecordRef("self-evaluation-template", template.value());
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }

        @Override
        public String inWords() {
            return "made version " + number + " of the self-evaluation template";
        }
    }
}
