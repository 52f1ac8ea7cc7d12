package uk.slipway.selfevaluation;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.accounts.Role;
import uk.slipway.audit.Recordable;
import uk.slipway.cycles.CycleId;
import uk.slipway.cycles.SignOffStep;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Visibility;

/**
 * What an authority says of itself in one cycle: one version of it, from draft to closed. A draft is its authority's
 * alone. After submission a change makes the next version, and readers go on seeing the submitted one.
 */
@Entity
@Table(name = "self_evaluation")
public class SelfEvaluation extends AbstractAggregateRoot<SelfEvaluation> {

    /** Something that happened to a self-evaluation. */
    public sealed interface Happened extends Recordable {

        SelfEvaluationId id();

        CycleId cycle();

        @Override
        LocalAuthorityId authority();

        @Override
        default RecordRef record() {
            return id().asRecord();
        }
    }

    /** It was begun for the first time in the cycle. */
    public record Started(SelfEvaluationId id, LocalAuthorityId authority, CycleId cycle, Instant at)
            implements Happened {
        @Override
        public String inWords() {
            return "started the self-evaluation";
        }
    }

    /** A new version was begun after submission. */
    public record NewVersionStarted(
            SelfEvaluationId id, LocalAuthorityId authority, CycleId cycle, int number, Instant at)
            implements Happened {
        @Override
        public String inWords() {
            return "started version " + number;
        }
    }

    /** Its author asked for review and sign-off. */
    public record SentForReview(SelfEvaluationId id, LocalAuthorityId authority, CycleId cycle, Instant at)
            implements Happened {
        @Override
        public String inWords() {
            return "sent the self-evaluation for review";
        }
    }

    /** A signatory asked for changes. */
    public record ReturnedToAuthor(
            SelfEvaluationId id, LocalAuthorityId authority, CycleId cycle, String because, Instant at)
            implements Happened {
        @Override
        public String inWords() {
            return "returned the self-evaluation to its author: " + because;
        }
    }

    /** The Director approved it. */
    public record Approved(
            SelfEvaluationId id,
            LocalAuthorityId authority,
            CycleId cycle,
            String signatory,
            boolean onPaper,
            Instant at)
            implements Happened {
        @Override
        public String inWords() {
            return onPaper
                    ? "recorded that " + signatory + " approved the self-evaluation on paper"
                    : "approved the self-evaluation";
        }
    }

    /** The Lead Member or the Chief Executive signed it. */
    public record Signed(
            SelfEvaluationId id,
            LocalAuthorityId authority,
            CycleId cycle,
            String signatory,
            Role role,
            boolean onPaper,
            Instant at)
            implements Happened {
        @Override
        public String inWords() {
            return onPaper
                    ? "recorded that " + signatory + " signed the self-evaluation on paper"
                    : "signed the self-evaluation as " + role.inWords();
        }
    }

    /** An edit made signatures void. */
    public record SignaturesVoided(
            SelfEvaluationId id, LocalAuthorityId authority, CycleId cycle, int count, String section, Instant at)
            implements Happened {
        @Override
        public String inWords() {
            return "changed “%s”, which made %s void"
                    .formatted(section, count == 1 ? "1 signature" : count + " signatures");
        }
    }

    /** The authority submitted it: the regional team, its data group and the forum's panel read it from now on. */
    public record Submitted(SelfEvaluationId id, LocalAuthorityId authority, CycleId cycle, int number, Instant at)
            implements Happened {
        @Override
        public String inWords() {
            return number == 1 ? "submitted the self-evaluation" : "submitted version " + number;
        }
    }

    /** A peer challenge forum has been held on it. */
    public record Challenged(SelfEvaluationId id, LocalAuthorityId authority, CycleId cycle, Instant at)
            implements Happened {
        @Override
        public String inWords() {
            return "marked the self-evaluation as challenged";
        }
    }

    /** Its year's conversation is over, and so is it. */
    public record Closed(SelfEvaluationId id, LocalAuthorityId authority, CycleId cycle, Instant at)
            implements Happened {
        @Override
        public String inWords() {
            return "closed the self-evaluation";
        }
    }

    @EmbeddedId
    private SelfEvaluationId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Column(name = "cycle_id")
    private UUID cycle;

    private int year;

    @Column(name = "template_version")
    private String templateVersion;

    private int number;
    private @Nullable UUID supersedes;

    @Enumerated(EnumType.STRING)
    private SelfEvaluationState state;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "signed_off_at")
    private @Nullable Instant signedOffAt;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "challenged_at")
    private @Nullable Instant challengedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "returned_at")
    private @Nullable Instant returnedAt;

    @Column(name = "returned_by")
    private @Nullable String returnedBy;

    @Column(name = "returned_because")
    private @Nullable String returnedBecause;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "evaluation_id", nullable = false, updatable = false)
    @OrderBy("recordedAt")
    private List<SignOff> signOffs = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected SelfEvaluation() {}

    private SelfEvaluation(
            SelfEvaluationId id,
            LocalAuthorityId authority,
            CycleId cycle,
            AcademicYear year,
            String templateVersion,
            int number,
            @Nullable UUID supersedes,
            String by,
            Instant at) {
        this.id = id;
        this.visibility = Visibility.of(authority);
        this.cycle = cycle.value();
        this.year = year.startsIn();
        this.templateVersion = templateVersion;
        this.number = number;
        this.supersedes = supersedes;
        this.state = SelfEvaluationState.DRAFT;
        this.startedAt = at;
        this.startedBy = by;
    }

    /** Begins an authority's self-evaluation of a cycle. */
    static SelfEvaluation start(
            SelfEvaluationId id,
            LocalAuthorityId authority,
            CycleId cycle,
            AcademicYear year,
            String templateVersion,
            String by,
            Instant at) {
        var started = new SelfEvaluation(id, authority, cycle, year, templateVersion, 1, null, by, at);
        started.registerEvent(new Started(id, authority, cycle, at));
        return started;
    }

    /** Begins the next version of a submitted one, private to its authority again. */
    SelfEvaluation startNewVersion(SelfEvaluationId newId, String by, Instant at) {
        if (state != SelfEvaluationState.SUBMITTED && state != SelfEvaluationState.CHALLENGED) {
            throw new NotNow(
                    state == SelfEvaluationState.CLOSED
                            ? "This self-evaluation is closed. Changes go into next year’s."
                            : "This self-evaluation has not been submitted, so you can change it as it is.");
        }
        var next = new SelfEvaluation(
                newId, authority(), cycle(), academicYear(), templateVersion, number + 1, id.value(), by, at);
        next.registerEvent(new NewVersionStarted(newId, authority(), cycle(), number + 1, at));
        return next;
    }

    /** Asks for review and sign-off. */
    void sendForReview(Instant at) {
        if (state != SelfEvaluationState.DRAFT) {
            throw new NotNow("It has been sent for review already.");
        }
        state = SelfEvaluationState.IN_REVIEW;
        sentAt = at;
        returnedAt = null;
        returnedBy = null;
        returnedBecause = null;
        registerEvent(new SentForReview(id, authority(), cycle(), at));
    }

    /** A signatory asks for changes: a draft again, its signatures void, the reason kept. */
    void returnToAuthor(String because, String by, Instant at) {
        if (state != SelfEvaluationState.IN_REVIEW && state != SelfEvaluationState.SIGNED_OFF) {
            throw new NotNow(
                    state == SelfEvaluationState.DRAFT
                            ? "It is with its author already."
                            : "It has been submitted and can no longer be returned.");
        }
        state = SelfEvaluationState.DRAFT;
        returnedAt = at;
        returnedBy = by;
        returnedBecause = because;
        signedOffAt = null;
        signOffs.forEach(signOff -> signOff.voidIt("It was returned to its author", at));
        registerEvent(new ReturnedToAuthor(id, authority(), cycle(), because, at));
    }

    /**
     * Puts a signatory's name to a step of the chain. Steps come in order; an optional one may be left out.
     *
     * @throws NotNow when it is not in review, an earlier step is open, or this one is signed already
     */
    void signOff(int step, List<SignOffStep> chain, SignOff.Signature signature, Instant at) {
        mustBeSignable(step, chain);
        var taken = chain.get(step);
        signOffs.add(new SignOff(authority(), step, taken.verb(), taken.role(), signature, at));
        registerEvent(
                taken.role() == Role.DIRECTOR
                        ? new Approved(id, authority(), cycle(), signature.name(), signature.onPaper(), at)
                        : new Signed(
                                id, authority(), cycle(), signature.name(), taken.role(), signature.onPaper(), at));
        boolean finished = IntStream.range(0, chain.size())
                .allMatch(each -> chain.get(each).optional() || hasSigned(each));
        if (finished && state == SelfEvaluationState.IN_REVIEW) {
            state = SelfEvaluationState.SIGNED_OFF;
            signedOffAt = at;
        }
    }

    /** @throws NotNow when a step of the chain cannot be signed now */
    void mustBeSignable(int step, List<SignOffStep> chain) {
        if (state == SelfEvaluationState.DRAFT) {
            throw new NotNow("It has not been sent for review yet.");
        }
        if (!state.isBeforeSubmission()) {
            throw new NotNow("It has been submitted already.");
        }
        if (hasSigned(step)) {
            throw new NotNow("This has been signed already.");
        }
        for (int earlier = 0; earlier < step; earlier++) {
            if (!chain.get(earlier).optional() && !hasSigned(earlier)) {
                throw new NotNow("The " + chain.get(earlier).role().inWords() + " comes first.");
            }
        }
    }

    /**
     * Somebody changed a section. Signatures given before no longer stand for what is written: they become void, and
     * signing begins anew.
     *
     * @param section the section's title
     * @return how many signatures became void
     */
    int edited(String section, Instant at) {
        if (!state.isBeforeSubmission()) {
            throw new NotNow("It has been submitted. A change now makes a new version: start one from its page.");
        }
        var standing = signOffs.stream().filter(SignOff::counts).toList();
        if (standing.isEmpty()) {
            return 0;
        }
        standing.forEach(signOff -> signOff.voidIt("“" + section + "” was changed", at));
        state = SelfEvaluationState.IN_REVIEW;
        signedOffAt = null;
        registerEvent(new SignaturesVoided(id, authority(), cycle(), standing.size(), section, at));
        return standing.size();
    }

    /** Hands it over: what is written is now what the region and the panel read. */
    void submit(String by, Instant at) {
        if (state != SelfEvaluationState.SIGNED_OFF) {
            throw new NotNow(
                    state.isBeforeSubmission()
                            ? "It has to be signed off before it can be submitted."
                            : "It has been submitted already.");
        }
        state = SelfEvaluationState.SUBMITTED;
        submittedAt = at;
        submittedBy = by;
        registerEvent(new Submitted(id, authority(), cycle(), number, at));
    }

    /** A forum has been held on it; a second time changes nothing. */
    void markChallenged(Instant at) {
        if (state.hasReached(SelfEvaluationState.CHALLENGED)) {
            return;
        }
        if (state != SelfEvaluationState.SUBMITTED) {
            throw new NotNow("Only a submitted self-evaluation can be challenged.");
        }
        state = SelfEvaluationState.CHALLENGED;
        challengedAt = at;
        registerEvent(new Challenged(id, authority(), cycle(), at));
    }

    /** Its year is over; a second time changes nothing. */
    void close(Instant at) {
        if (state == SelfEvaluationState.CLOSED) {
            return;
        }
        if (state.isBeforeSubmission()) {
            throw new NotNow("Only a submitted self-evaluation can be closed.");
        }
        state = SelfEvaluationState.CLOSED;
        closedAt = at;
        registerEvent(new Closed(id, authority(), cycle(), at));
    }

    boolean hasSigned(int step) {
        return signOffs.stream().anyMatch(signOff -> signOff.counts() && signOff.step() == step);
    }

    SelfEvaluationId id() {
        return id;
    }

    LocalAuthorityId authority() {
        return Objects.requireNonNull(visibility.authority());
    }

    CycleId cycle() {
        return new CycleId(cycle);
    }

    AcademicYear academicYear() {
        return new AcademicYear(year);
    }

    SelfEvaluationState state() {
        return state;
    }

    int number() {
        return number;
    }

    @Nullable
    UUID supersedes() {
        return supersedes;
    }
}
