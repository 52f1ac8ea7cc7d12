package uk.slipway.datasets;

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
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Visibility;

/**
 * A file that was sent for a data set: checked and waiting, or refused whole; then published as the data set's next
 * release, or discarded. It belongs to the regional team until it is published; then its figures are public.
 */
@Entity
@Table(name = "dataset_release")
class Release extends AbstractAggregateRoot<Release> {

    @EmbeddedId
    private ReleaseId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "dataset_id"))
    private DatasetId dataset;

    private @Nullable Integer number;
    private String label;

    @Column(name = "published_on")
    private @Nullable LocalDate publishedOn;

    @Enumerated(EnumType.STRING)
    private ReleaseState state;

    @Embedded
    private SentFile file;

    @Column(name = "row_count")
    private long rowCount;

    @Column(name = "kept_rows")
    private long keptRows;

    @Column(name = "error_count")
    private long errorCount;

    @Column(name = "warning_count")
    private long warningCount;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "received_by")
    private String receivedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    protected Release() {}

    /** A file arrives; what its check finds is added with {@link #checked}. */
    static Release receive(
            ReleaseId id,
            Visibility visibility,
            DatasetId dataset,
            String label,
            @Nullable LocalDate publishedOn,
            SentFile file,
            String by,
            Instant at) {
        var release = new Release();
        release.id = id;
        release.visibility = visibility;
        release.dataset = dataset;
        release.label = label;
        release.publishedOn = publishedOn;
        release.file = file;
        release.state = ReleaseState.REFUSED;
        release.receivedBy = by;
        release.receivedAt = at;
        return release;
    }

    void checked(SentFile readAs, long rows, long kept, long errors, long warnings, Instant at) {
        file = readAs;
        rowCount = rows;
        keptRows = kept;
        errorCount = errors;
        warningCount = warnings;
        state = errors == 0 ? ReleaseState.CHECKED : ReleaseState.REFUSED;
        registerEvent(new Happened(
                id, state == ReleaseState.CHECKED ? "sent a file for" : "sent a file that was refused for", label, at));
    }

    /** @throws NotWaiting unless it is checked and nobody has decided yet */
    void publish(int asNumber, String by, Instant at) {
        guardWaiting();
        number = asNumber;
        decide(ReleaseState.PUBLISHED, by, at);
        registerEvent(new Happened(
                id, warningCount == 0 ? "published" : "accepted the warnings of, and published,", label, at));
    }

    /** @throws NotWaiting unless it is checked and nobody has decided yet */
    void discard(String by, Instant at) {
        guardWaiting();
        decide(ReleaseState.DISCARDED, by, at);
        registerEvent(new Happened(id, "discarded the file for", label, at));
    }

    private void guardWaiting() {
        if (state != ReleaseState.CHECKED) {
            throw new NotWaiting();
        }
    }

    private void decide(ReleaseState as, String by, Instant at) {
        state = as;
        decidedBy = by;
        decidedAt = at;
    }

    ReleaseId id() {
        return id;
    }

    DatasetId dataset() {
        return dataset;
    }

    ReleaseState state() {
        return state;
    }

    SentFile file() {
        return file;
    }

    long warnings() {
        return warningCount;
    }

    /** The file has been published, discarded or refused already. */
    static final class NotWaiting extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Something happened to a release. */
    record Happened(ReleaseId release, String what, String label, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("release", release.value());
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }

        @Override
        public String inWords() {
            return what + " the release " + label;
        }
    }
}
