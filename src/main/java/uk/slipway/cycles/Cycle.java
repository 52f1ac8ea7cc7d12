package uk.slipway.cycles;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;

/**
 * A region's year. It is set up from last year's, opened, and closed; there is one for each academic year of a region. What
 * it fixes (template, scheme, forum shape, memorandum) is chosen while it is set up and stands once it is open; only its
 * dates may then still move, and each move is recorded.
 */
@Entity
@Table(name = "cycle")
public class Cycle extends AbstractAggregateRoot<Cycle> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CycleId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private RegionCode region;

    @Convert(converter = YearColumn.class)
    @Column(name = "year_starts_in")
    private AcademicYear year;

    @Enumerated(EnumType.STRING)
    private CycleState state;

    private String schemeCode;

    @Embedded
    private TemplateId template;

    @Embedded
    private ForumShape forumShape;

    private String memorandum;
    private Instant setUpAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant closedAt;

    @ElementCollection
    @CollectionTable(name = "cycle_milestone", joinColumns = @JoinColumn(name = "cycle_id"))
    private Set<Milestone> milestones = new HashSet<>();

    /** For JPA. */
    protected Cycle() {}

    Cycle(CycleId id, RegionCode region, CyclePlan plan, TemplateId template, Instant at) {
        this.id = id;
        this.region = region;
        this.year = plan.year();
        this.state = CycleState.DRAFT;
        this.template = template;
        this.schemeCode = plan.schemeCode();
        this.forumShape = plan.forumShape();
        this.memorandum = plan.memorandum();
        this.setUpAt = at;
        this.milestones.addAll(plan.milestones());
        registerEvent(new SetUp(id, region, year, at));
    }

    /** Changes what the year will be, while it is set up. */
    void change(CyclePlan plan, Instant at) {
        requireState(CycleState.DRAFT);
        this.schemeCode = plan.schemeCode();
        this.forumShape = plan.forumShape();
        this.memorandum = plan.memorandum();
        this.milestones.clear();
        this.milestones.addAll(plan.milestones());
        registerEvent(new Changed(id, region, year, "changed how the year " + year.label() + " is set up", at));
    }

    /** Moves dates, and who sees to them, while the year runs. */
    void reschedule(List<Milestone> planned, Instant at) {
        requireState(CycleState.OPEN);
        for (var change : changesTo(planned)) {
            registerEvent(new Rescheduled(id, region, change.kind(), change.from(), change.to(), at));
        }
        milestones.clear();
        milestones.addAll(planned);
    }

    /** Which dates a plan would move. */
    List<MovedDate> changesTo(List<Milestone> planned) {
        return planned.stream()
                .filter(milestone -> !milestone.on().equals(dayOf(milestone.kind())))
                .map(milestone -> new MovedDate(milestone.kind(), dayOf(milestone.kind()), milestone.on()))
                .toList();
    }

    /** Uses another version of the template; only while nobody has started from the present one. */
    void use(TemplateId successor, int number, Instant at) {
        if (state == CycleState.CLOSED) {
            throw new NotInThisState(state);
        }
        this.template = successor;
        registerEvent(new Changed(
                id,
                region,
                year,
                "put version " + number + " of the self-evaluation template into use for " + year.label(),
                at));
    }

    void open(Instant at) {
        requireState(CycleState.DRAFT);
        state = CycleState.OPEN;
        openedAt = at;
        registerEvent(new Opened(id, region, year, at));
    }

    void close(Instant at) {
        requireState(CycleState.OPEN);
        state = CycleState.CLOSED;
        closedAt = at;
        registerEvent(new Closed(id, region, year, at));
    }

    private void requireState(CycleState required) {
        if (state != required) {
            throw new NotInThisState(state);
        }
    }

    LocalDate dayOf(MilestoneKind kind) {
        return milestones.stream()
                .filter(milestone -> milestone.kind() == kind)
                .findFirst()
                .orElseThrow()
                .on();
    }

    CyclePlan plan() {
        return new CyclePlan(
                year,
                milestones.stream()
                        .sorted(Comparator.comparing(Milestone::kind))
                        .toList(),
                schemeCode,
                forumShape,
                memorandum);
    }

    CycleId id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    RegionCode region() {
        return region;
    }

    AcademicYear year() {
        return year;
    }

    CycleState state() {
        return state;
    }

    TemplateId template() {
        return template;
    }

    String memorandum() {
        return memorandum;
    }

    /** A year was set up. */
    public record SetUp(CycleId cycle, RegionCode region, AcademicYear year, Instant at) implements OfACycle {

        @Override
        public String inWords() {
            return "set up the year " + year.label();
        }
    }

    /** What a year will be was changed before it opened, or its template was replaced. */
    public record Changed(CycleId cycle, RegionCode region, AcademicYear year, String inWords, Instant at)
            implements OfACycle {}

    /** A date was moved while the year was open. */
    public record Rescheduled(
            CycleId cycle, RegionCode region, MilestoneKind kind, LocalDate from, LocalDate to, Instant at)
            implements OfACycle {

        @Override
        public String inWords() {
            return "moved “" + kind.inWords() + "” from " + DAY.format(from) + " to " + DAY.format(to);
        }
    }

    /** A year was opened to the region. */
    public record Opened(CycleId cycle, RegionCode region, AcademicYear year, Instant at) implements OfACycle {

        @Override
        public String inWords() {
            return "opened the year " + year.label();
        }
    }

    /** A year was closed. */
    public record Closed(CycleId cycle, RegionCode region, AcademicYear year, Instant at) implements OfACycle {

        @Override
        public String inWords() {
            return "closed the year " + year.label();
        }
    }

    /** Something that happened to a cycle. */
    interface OfACycle extends Recordable {

        CycleId cycle();

        @Override
        default RecordRef record() {
            return new RecordRef("cycle", cycle().value());
        }

        @Override
        default @Nullable LocalAuthorityId authority() {
            return null;
        }
    }
}
