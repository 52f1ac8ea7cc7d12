package uk.slipway.roadmap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Seat;
import uk.slipway.threads.Links;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** What a board's clerk and chairs do with its priorities and what lies under them. */
@UseCase
class KeepPriorities {

    private static final Words WORDS = new Words();

    private final RoadmapRows rows;
    private final Boards boards;
    private final FiguresOfBoard figures;
    private final Links links;
    private final LeadsToActions leads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepPriorities(
            RoadmapRows rows,
            Boards boards,
            FiguresOfBoard figures,
            Links links,
            LeadsToActions leads,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.figures = figures;
        this.links = links;
        this.leads = leads;
        this.events = events;
        this.clock = clock;
    }

    /** A priority as it was typed. */
    record PriorityTyped(
            String title, String outcome, @Nullable UUID initiative, LocalDate startsOn, LocalDate endsOn) {

        static PriorityTyped of(Priority priority) {
            var initiative = priority.initiative();
            return new PriorityTyped(
                    priority.title(),
                    priority.outcome(),
                    initiative == null ? null : initiative.id(),
                    priority.startsOn(),
                    priority.endsOn());
        }
    }

    /**
     * An action as it was typed.
     *
     * @param from the decision that it follows from, or null
     */
    record ActionTyped(
            String title,
            MembershipId owner,
            LocalDate dueOn,
            @Nullable RecordRef from) {}

    /** An activity as it was typed. */
    record ActivityTyped(String title, LocalDate startsOn, LocalDate endsOn) {

        static ActivityTyped of(RoadmapRows.Activity activity) {
            return new ActivityTyped(activity.title(), activity.startsOn(), activity.endsOn());
        }
    }

    /**
     * A milestone as it was typed.
     *
     * @param reachedOn when it was reached, or null while it is not
     */
    record MilestoneTyped(
            String title, LocalDate dueOn, @Nullable LocalDate reachedOn) {

        static MilestoneTyped of(RoadmapRows.Milestone milestone) {
            return new MilestoneTyped(milestone.title(), milestone.dueOn(), milestone.reachedOn());
        }
    }

    /** Adds a priority; the same id again changes nothing. */
    void add(Viewer viewer, BoardId board, PriorityId id, PriorityTyped typed) {
        boards.requireKeeper(viewer, board);
        if (rows.add(id, board, typed, viewer.name(), clock.instant())) {
            tell(id, "set the priority: " + typed.title());
        }
    }

    /** @throws EditConflict when it is not as the page showed it */
    void change(Viewer viewer, PriorityId id, long version, PriorityTyped typed) {
        var now = kept(viewer, id);
        if (PriorityTyped.of(now).equals(typed)) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        rows.change(id, typed);
        tell(id, "changed the priority");
    }

    /** Pursues it no more; it stays on record. */
    void drop(Viewer viewer, PriorityId id, String because) {
        rows.hold(id);
        var now = rows.seenBy(viewer, id).orElseThrow(NotFound::new);
        boards.requireKeeper(viewer, now.board());
        if (rows.drop(id, because, clock.instant())) {
            tell(id, "dropped the priority, because: " + because);
        }
    }

    /** Says how it stands; the same again, straight after, is one. */
    void report(Viewer viewer, PriorityId id, Standing standing, String words) {
        var now = kept(viewer, id).status();
        if (now != null && now.standing() == standing && now.words().equals(words)) {
            return;
        }
        rows.report(id, standing, words, clock.instant(), viewer.name());
        tell(id, "said how it stands: " + standing.inWords());
    }

    /**
     * Judges it by a published figure from now on: the baseline is the board's latest figure of today.
     *
     * @param version of the targets that the form was opened on
     * @return false where nothing has been published to begin from
     * @throws EditConflict when somebody has set another target of this figure since
     */
    boolean judgeBy(Viewer viewer, PriorityId id, long version, String indicator, BigDecimal target, int year) {
        var now = kept(viewer, id);
        var series = figures.of(boards.get(now.board()), Set.of(indicator)).get(indicator);
        var latest = series == null ? null : series.latest();
        var value = latest == null ? null : latest.value();
        if (series == null || latest == null || value == null) {
            return false;
        }
        var same = rows.targets(List.of(id)).stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst();
        if (same.isPresent()
                && same.get().target().compareTo(target) == 0
                && same.get().targetYear() == year) {
            return true;
        }
        if (same.isPresent() && now.targetsVersion() != version) {
            throw new EditConflict();
        }
        rows.aim(id, new Target(Uuid7.next(), id, indicator, latest.period(), value, year, target), clock.instant());
        tell(id, "set a target: " + series.name() + " at " + series.speech().cell(target, null) + " in " + year);
        return true;
    }

    void addActivity(Viewer viewer, PriorityId id, UUID activity, String title, LocalDate from, LocalDate until) {
        kept(viewer, id);
        if (rows.addActivity(activity, id, title, from, until)) {
            tell(id, "added the activity: " + title);
        }
    }

    /** @throws EditConflict when it is not as the page showed it */
    void change(Viewer viewer, PriorityId id, UUID activity, long version, ActivityTyped typed) {
        kept(viewer, id);
        var now = activity(id, activity).orElseThrow(NotFound::new);
        if (ActivityTyped.of(now).equals(typed)) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        rows.change(activity, typed);
        tell(
                id,
                "changed the activity " + now.title() + ": " + typed.title() + ", " + WORDS.shortDate(typed.startsOn())
                        + " to " + WORDS.shortDate(typed.endsOn()));
    }

    /** Takes an activity out of the plan; the history keeps that it was there. Again changes nothing. */
    void removeActivity(Viewer viewer, PriorityId id, UUID activity) {
        kept(viewer, id);
        activity(id, activity).ifPresent(now -> {
            rows.removeActivity(activity);
            tell(id, "took the activity out of the plan: " + now.title());
        });
    }

    private Optional<RoadmapRows.Activity> activity(PriorityId priority, UUID id) {
        return rows.activities(List.of(priority)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    /** @throws EditConflict when it is not as the page showed it */
    void change(Viewer viewer, PriorityId id, UUID milestone, long version, MilestoneTyped typed) {
        kept(viewer, id);
        var now = milestone(id, milestone).orElseThrow(NotFound::new);
        if (MilestoneTyped.of(now).equals(typed)) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        rows.change(milestone, typed);
        var reached = typed.reachedOn();
        tell(
                id,
                "changed the milestone " + now.title() + ": " + typed.title() + ", due "
                        + WORDS.shortDate(typed.dueOn())
                        + (reached == null ? ", not reached yet" : ", reached " + WORDS.shortDate(reached)));
    }

    /** Takes a milestone out of the plan; the history keeps that it was there. Again changes nothing. */
    void removeMilestone(Viewer viewer, PriorityId id, UUID milestone) {
        kept(viewer, id);
        milestone(id, milestone).ifPresent(now -> {
            rows.removeMilestone(milestone);
            tell(id, "took the milestone out of the plan: " + now.title());
        });
    }

    private Optional<RoadmapRows.Milestone> milestone(PriorityId priority, UUID id) {
        return rows.milestones(List.of(priority)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    void addMilestone(Viewer viewer, PriorityId id, UUID milestone, String title, LocalDate due) {
        kept(viewer, id);
        if (rows.addMilestone(milestone, id, title, due)) {
            tell(id, "added the milestone: " + title);
        }
    }

    void reach(Viewer viewer, PriorityId id, UUID milestone) {
        kept(viewer, id);
        if (!rows.hasMilestone(id, milestone)) {
            throw new NotFound();
        }
        rows.reach(id, milestone, LondonTime.today(clock))
                .ifPresent(title -> tell(id, "reached the milestone: " + title));
    }

    void addAction(Viewer viewer, PriorityId id, ActionId action, ActionTyped typed) {
        var priority = kept(viewer, id);
        var seat = seat(priority.board(), typed.owner()).orElseThrow(NotFound::new);
        if (rows.add(action, id, typed, viewer.name(), clock.instant())) {
            tell(id, "gave an action to " + seat.name() + ": " + typed.title());
            var ref = new RecordRef(Action.KIND, action.value());
            links.follow(new RecordRef(Priority.KIND, id.value()), ref, null);
            var from = typed.from();
            if (from != null) {
                if (leads.of(viewer, priority.board()).stream()
                        .noneMatch(origin -> origin.record().equals(from))) {
                    throw new NotFound();
                }
                links.choose(from, ref, null, viewer);
            }
            events.publishEvent(
                    new Happened(Action.KIND, action.value(), "set the action, for " + seat.name(), clock.instant()));
        }
    }

    /** Who sits on the board today with this seat. */
    Optional<Seat> seat(BoardId board, MembershipId id) {
        return boards.members(board, LondonTime.today(clock)).stream()
                .filter(seat -> seat.id().equals(id) && !seat.left())
                .findFirst();
    }

    private Priority kept(Viewer viewer, PriorityId id) {
        rows.hold(id);
        var now = rows.seenBy(viewer, id).orElseThrow(NotFound::new);
        boards.requireKeeper(viewer, now.board());
        if (now.droppedBecause() != null) {
            throw new NotYours();
        }
        return now;
    }

    private void tell(PriorityId id, String what) {
        events.publishEvent(new Happened(Priority.KIND, id.value(), what, clock.instant()));
    }
}
