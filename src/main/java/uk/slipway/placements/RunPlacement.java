package uk.slipway.placements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.vacancies.VacancyBook;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** A placement from its agreement to its end. Both authorities sign; the placing one records start, plan and end. */
@UseCase
class RunPlacement {

    private final PlacementRows placements;
    private final VacancyBook vacancies;
    private final Directory directory;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunPlacement(
            PlacementRows placements,
            VacancyBook vacancies,
            Directory directory,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.placements = placements;
        this.vacancies = vacancies;
        this.directory = directory;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** A placement with all that either side sees of it. */
    record Seen(
            PlacementRows.Whole placement,
            Map<DelegatedMatter, PlacementRows.Matter> matters,
            Map<AccountId, Person> workers,
            List<TrailEntry> trail,
            LocalDate today) {}

    Seen read(Viewer viewer, PlacementId id) {
        var placement = placements.seenBy(viewer, id);
        return new Seen(
                placement,
                placements.matters(id),
                directory.named(placement.view().namedWorkers()),
                trail.of(Placement.refOf(id)),
                LondonTime.today(clock));
    }

    /** Those of an authority who could be named. */
    List<Person> holding(Role role, LocalAuthorityId authority) {
        return directory.holding(role, new OrganisationId(authority.value()));
    }

    /** Changes dates and costs; whoever had signed has to sign again. */
    void agree(
            Viewer viewer,
            PlacementId id,
            long version,
            LocalDate startsOn,
            @Nullable LocalDate until,
            WeeklyCost cost) {
        var now = party(viewer, id);
        if (now.view().startsOn().equals(startsOn)
                && Objects.equals(now.until(), until)
                && now.cost().equals(cost)) {
            return;
        }
        requireUnsigned(now, version);
        placements.agree(id, startsOn, until, cost);
        tell(now, "changed the agreement");
    }

    /** Says who decides what; whoever had signed has to sign again. */
    void delegate(Viewer viewer, PlacementId id, long version, Map<DelegatedMatter, PlacementRows.Matter> matters) {
        var now = party(viewer, id);
        if (placements.matters(id).equals(matters)) {
            return;
        }
        requireUnsigned(now, version);
        placements.delegate(id, matters);
        tell(now, "said who decides what day to day");
    }

    private static void requireUnsigned(PlacementRows.Whole now, long version) {
        boolean over = now.view().state() == PlacementState.ENDED || now.view().state() == PlacementState.CANCELLED;
        if (over || now.version() != version || now.placingSigned() != null && now.fosteringSigned() != null) {
            throw new EditConflict();
        }
    }

    /**
     * Signs the agreement for the viewer's authority.
     *
     * @return false while it does not say who decides what
     */
    boolean sign(Viewer viewer, PlacementId id, long version) {
        var now = party(viewer, id);
        boolean placing = now.view().placing().equals(viewer.authority());
        if ((placing ? now.placingSigned() : now.fosteringSigned()) != null) {
            return true;
        }
        if (now.version() != version
                || now.view().state() == PlacementState.ENDED
                || now.view().state() == PlacementState.CANCELLED) {
            throw new EditConflict();
        }
        if (viewer.is(Role.SOCIAL_WORKER)) {
            throw new NotYours();
        }
        if (placements.matters(id).size() < DelegatedMatter.values().length) {
            return false;
        }
        boolean second = (placing ? now.fosteringSigned() : now.placingSigned()) != null;
        var then = !second
                ? now.view().state()
                : switch (now.view().state()) {
                    case APPROVED -> PlacementState.AGREED;
                    case PLAN_SIGNED -> PlacementState.ACTIVE;
                    default -> now.view().state();
                };
        placements.sign(id, placing, viewer.name() + ", " + viewer.actingAs(), clock.instant(), then);
        if (second) {
            events.publishEvent(new Placement.Agreed(id, now.view().placing(), clock.instant()));
        } else {
            tell(now, "signed the agreement");
        }
        return true;
    }

    /** Why the placement cannot start. */
    static final class NotAgreed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The child has moved in. @throws NotAgreed when the agreement is not signed, but in an emergency */
    void start(Viewer viewer, PlacementId id, LocalDate on) {
        var now = placingOnes(viewer, id);
        if (now.view().state().isLive()) {
            return;
        }
        if (!now.view().state().isAhead()) {
            throw new EditConflict();
        }
        if (now.view().state() == PlacementState.APPROVED && !now.view().isEmergency()) {
            throw new NotAgreed();
        }
        var then = now.view().planSignedOn() == null
                ? PlacementState.STARTED
                : now.view().state() == PlacementState.AGREED ? PlacementState.ACTIVE : PlacementState.PLAN_SIGNED;
        placements.start(id, on, then);
        events.publishEvent(new Placement.Started(id, now.view().placing(), on, clock.instant()));
    }

    /** The placement plan (regulation 9) is signed, before the start or after it. */
    void planSigned(Viewer viewer, PlacementId id, LocalDate on) {
        var now = placingOnes(viewer, id);
        if (on.equals(now.view().planSignedOn())) {
            return;
        }
        if (!now.view().state().isLive() && !now.view().state().isAhead()) {
            throw new EditConflict();
        }
        var then = now.view().state() == PlacementState.STARTED
                ? now.view().agreedAt() == null ? PlacementState.PLAN_SIGNED : PlacementState.ACTIVE
                : now.view().state();
        placements.planSigned(id, on, then);
        events.publishEvent(new Placement.PlanSigned(id, now.view().placing(), on, clock.instant()));
    }

    /**
     * The plan could not reasonably be signed before the placement is made: regulation 9(2) then gives five working days from
     * the start.
     *
     * @throws EditConflict when the plan is signed by now, or the placement has ended
     */
    void planFollows(Viewer viewer, PlacementId id, String because) {
        var now = placingOnes(viewer, id);
        if (because.equals(now.view().planFollowsBecause())) {
            return;
        }
        if (now.view().planSignedOn() != null
                || !now.view().state().isLive() && !now.view().state().isAhead()) {
            throw new EditConflict();
        }
        placements.planFollows(id, because);
        tell(now, "recorded why the placement plan follows the start (regulation 9(2))");
    }

    /** The area authority was told after the start: an emergency. */
    void areaTold(Viewer viewer, PlacementId id, LocalDate on) {
        var now = placingOnes(viewer, id);
        if (!on.equals(now.view().areaToldOn())) {
            placements.areaTold(id, on);
            tell(now, "recorded that the area authority was told");
        }
    }

    /** The child has left; the home has room again. */
    void end(Viewer viewer, PlacementId id, LocalDate on, Ending ending, Reason reason, @Nullable String words) {
        var now = placingOnes(viewer, id);
        if (now.view().state() == PlacementState.ENDED) {
            return;
        }
        if (!now.view().state().isLive()) {
            throw new EditConflict();
        }
        placements.end(id, on, ending, reason, words);
        vacancies.giveBack(now.vacancy(), now.view().placing(), now.view().children());
        events.publishEvent(new Placement.Ended(id, now.view().placing(), on, ending, clock.instant()));
    }

    /** It will not start; the home has room again. */
    void cancel(Viewer viewer, PlacementId id, Reason reason) {
        var now = party(viewer, id);
        if (now.view().state() == PlacementState.CANCELLED) {
            return;
        }
        if (!now.view().state().isAhead()) {
            throw new EditConflict();
        }
        placements.cancel(id, reason);
        vacancies.giveBack(now.vacancy(), now.view().placing(), now.view().children());
        events.publishEvent(new Placement.Cancelled(id, now.view().placing(), clock.instant()));
    }

    /** Names who works with the child: the placing authority its two, the fostering one its own. */
    void workers(
            Viewer viewer,
            PlacementId id,
            @Nullable AccountId worker,
            @Nullable AccountId reviewing,
            @Nullable AccountId supervising) {
        var now = party(viewer, id);
        var view = now.view();
        boolean placing = view.placing().equals(viewer.authority());
        var then = placing ? Objects.requireNonNullElse(worker, view.socialWorker()) : view.socialWorker();
        var reviews = placing ? reviewing : view.reviewingOfficer();
        var supervises =
                placing ? view.supervisingWorker() : Objects.requireNonNullElse(supervising, view.supervisingWorker());
        if (then.equals(view.socialWorker())
                && Objects.equals(reviews, view.reviewingOfficer())
                && supervises.equals(view.supervisingWorker())) {
            return;
        }
        requireHolds(Role.SOCIAL_WORKER, view.placing(), then, view.socialWorker());
        if (reviews != null) {
            requireHolds(Role.REVIEWING_OFFICER, view.placing(), reviews, view.reviewingOfficer());
        }
        requireHolds(Role.FOSTERING_OFFICER, view.fostering(), supervises, view.supervisingWorker());
        placements.workers(id, then, supervises, reviews);
        tell(now, "changed who works with the child");
    }

    private void requireHolds(Role role, LocalAuthorityId authority, AccountId account, @Nullable AccountId before) {
        if (!account.equals(before)
                && holding(role, authority).stream()
                        .noneMatch(person -> person.account().equals(account))) {
            throw new NotFound();
        }
    }

    private PlacementRows.Whole party(Viewer viewer, PlacementId id) {
        if (viewer.is(Role.REVIEWING_OFFICER)) {
            throw new NotYours();
        }
        return placements.held(viewer, id);
    }

    private PlacementRows.Whole placingOnes(Viewer viewer, PlacementId id) {
        var now = party(viewer, id);
        if (!now.view().placing().equals(viewer.authority())) {
            throw new NotYours();
        }
        return now;
    }

    private void tell(PlacementRows.Whole now, String what) {
        events.publishEvent(new Placement.Changed(now.view().id(), now.view().placing(), what, clock.instant()));
    }
}
