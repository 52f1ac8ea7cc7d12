package uk.slipway.commitments;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Visibility;

/**
 * Something that an authority said it will do: an area for development it agreed to after its forum, or a next step agreed
 * with Ofsted. Every later year's self-evaluation answers it until it is met. It belongs to the authority that made it; what
 * a predecessor authority promised is not its successor's.
 */
@Entity
@Table(name = "commitment")
public class Commitment extends AbstractAggregateRoot<Commitment> {

    /** The kind that a {@link RecordRef} to a commitment has. */
    public static final String KIND = "commitment";

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CommitmentId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "made_in"))
    private CycleId madeIn;

    private int madeInYear;

    @Enumerated(EnumType.STRING)
    private CommitmentSource source;

    private String fromKind;
    private UUID fromId;
    private String words;
    private @Nullable String areaCode;
    private @Nullable String owner;
    private @Nullable LocalDate due;

    @Enumerated(EnumType.STRING)
    private CommitmentState state;

    private Instant madeAt;

    @ElementCollection
    @CollectionTable(name = "commitment_answer", joinColumns = @JoinColumn(name = "commitment_id"))
    private Set<Answer> answers = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "commitment_progress", joinColumns = @JoinColumn(name = "commitment_id"))
    private Set<Progress> progress = new HashSet<>();

    /** For JPA. */
    protected Commitment() {}

    Commitment(
            CommitmentId id,
            LocalAuthorityId authority,
            CycleId madeIn,
            AcademicYear madeInYear,
            CommitmentSource source,
            RecordRef from,
            String words,
            @Nullable String areaCode,
            @Nullable String owner,
            @Nullable LocalDate due,
            Instant at) {
        this.id = id;
        this.visibility = Visibility.of(authority);
        this.madeIn = madeIn;
        this.madeInYear = madeInYear.startsIn();
        this.source = source;
        this.fromKind = from.kind();
        this.fromId = from.id();
        this.words = words;
        this.areaCode = areaCode;
        this.owner = owner;
        this.due = due;
        this.state = CommitmentState.OPEN;
        this.madeAt = at;
        registerEvent(new Made(id, authority, madeIn, source, at));
    }

    /** Answers it in a later year, or changes that year's answer; the same answer again changes nothing. */
    void answer(CycleId cycle, AcademicYear year, CommitmentAnswer answer, String note, String by, Instant at) {
        if (year.startsIn() <= madeInYear) {
            throw new IllegalArgumentException("A commitment is answered in a year after the one it was made in");
        }
        var present = answers.stream()
                .filter(given -> given.cycle().equals(cycle))
                .findFirst()
                .orElse(null);
        if (present != null && present.answer() == answer && present.note().equals(note)) {
            return;
        }
        if (present != null) {
            answers.remove(present);
        }
        answers.add(new Answer(cycle, year.startsIn(), answer, note, at, by));
        state = CommitmentState.of(answers.stream()
                .max(Comparator.comparingInt(Answer::yearStartsIn))
                .orElseThrow()
                .answer());
        registerEvent(new Answered(id, authority(), cycle, year, answer, at));
    }

    /** Notes how it is going; the same note twice is one. */
    void note(UUID noteId, String note, String by, Instant at) {
        if (progress.stream().anyMatch(known -> known.id().equals(noteId))) {
            return;
        }
        progress.add(new Progress(noteId, note, at, by));
        if (state == CommitmentState.OPEN) {
            state = CommitmentState.IN_PROGRESS;
        }
        registerEvent(new ProgressNoted(id, authority(), at));
    }

    LocalAuthorityId authority() {
        return Objects.requireNonNull(visibility.authority());
    }

    CommitmentId id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** A commitment was made. */
    public record Made(
            CommitmentId commitment, LocalAuthorityId authority, CycleId madeIn, CommitmentSource source, Instant at)
            implements Recordable {

        @Override
        public RecordRef record() {
            return new RecordRef(KIND, commitment.value());
        }

        @Override
        public String inWords() {
            return source == CommitmentSource.NEXT_STEP
                    ? "made the commitment, from a next step agreed with Ofsted"
                    : "made the commitment, from an area for development";
        }
    }

    /** A commitment was answered in a later year. */
    public record Answered(
            CommitmentId commitment,
            LocalAuthorityId authority,
            CycleId cycle,
            AcademicYear year,
            CommitmentAnswer answer,
            Instant at)
            implements Recordable {

        @Override
        public RecordRef record() {
            return new RecordRef(KIND, commitment.value());
        }

        @Override
        public String inWords() {
            return "answered it in " + year.label() + ": " + answer.inWords();
        }
    }

    /** A note was written on how a commitment is going. */
    public record ProgressNoted(CommitmentId commitment, LocalAuthorityId authority, Instant at) implements Recordable {

        @Override
        public RecordRef record() {
            return new RecordRef(KIND, commitment.value());
        }

        @Override
        public String inWords() {
            return "noted progress";
        }
    }
}
