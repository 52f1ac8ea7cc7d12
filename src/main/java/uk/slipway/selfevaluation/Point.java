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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;

/** A strength or an area for development, named in one section. */
@Entity
@Table(name = "self_evaluation_point")
class Point {

    /** The most characters it can have. */
    static final int LONGEST = 2_000;

    /** Which of the two it is. */
    enum Kind {
        STRENGTH("strength", "Strength"),
        AREA_FOR_DEVELOPMENT("area for development", "Area for development");

        private final String words;
        private final String title;

        Kind(String words, String title) {
            this.words = words;
            this.title = title;
        }

        String inWords() {
            return words;
        }

        String title() {
            return title;
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
    private Kind kind;

    private String text;

    @Column(name = "origin_id")
    private UUID origin;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Point() {}

    Point(UUID id, Section section, Kind kind, String text, Instant at) {
        this.id = id;
        this.section = section.id().value();
        this.authority = section.authority();
        this.kind = kind;
        this.text = text;
        this.origin = id;
        this.createdAt = at;
    }

    /** The same point in the next version's section. */
    Point copiedInto(Section next) {
        var copy = new Point(Uuid7.next(), next, kind, text, createdAt);
        copy.origin = origin;
        return copy;
    }

    void reword(String newText) {
        text = newText;
    }

    UUID section() {
        return section;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    long currentVersion() {
        return version == null ? 0 : version;
    }
}
