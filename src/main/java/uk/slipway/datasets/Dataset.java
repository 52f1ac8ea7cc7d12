package uk.slipway.datasets;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/** A published table that is released again and again, such as children looked after at 31 March. */
@Entity
@Table(name = "dataset")
class Dataset extends AbstractAggregateRoot<Dataset> {

    @EmbeddedId
    private DatasetId id;

    @Version
    private @Nullable Long version;

    private String slug;
    private String title;
    private String source;

    @Column(name = "source_address")
    private @Nullable String sourceAddress;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "added_by")
    private String addedBy;

    protected Dataset() {}

    /**
     * @param slug lower-case words and digits between hyphens, at most 80
     * @param source who publishes it
     */
    static Dataset add(
            DatasetId id,
            String slug,
            String title,
            String source,
            @Nullable String sourceAddress,
            String addedBy,
            Instant at) {
        var dataset = new Dataset();
        dataset.id = id;
        dataset.slug = slug;
        dataset.title = title;
        dataset.source = source;
        dataset.sourceAddress = sourceAddress;
        dataset.addedBy = addedBy;
        dataset.addedAt = at;
        dataset.registerEvent(new Added(id, title, at));
        return dataset;
    }

    DatasetId id() {
        return id;
    }

    String slug() {
        return slug;
    }

    /** A data set was added. */
    record Added(DatasetId dataset, String title, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("dataset", dataset.value());
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }

        @Override
        public String inWords() {
            return "added the data set " + title;
        }
    }
}
