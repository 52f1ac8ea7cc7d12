package uk.slipway.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.ComparedFigures;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MembershipId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** A board's clerk and chairs say what it watches; whoever reports says what the figures mean. */
@UseCase
class KeepRoutines {

    private final MonitoringRows rows;
    private final Boards boards;
    private final ComparedFigures compared;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepRoutines(
            MonitoringRows rows,
            Boards boards,
            ComparedFigures compared,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.compared = compared;
        this.events = events;
        this.clock = clock;
    }

    /** A routine as it was typed. */
    record RoutineTyped(String name, int everyMonths, LocalDate nextOn, MembershipId reporter) {

        static RoutineTyped of(Routine routine) {
            return new RoutineTyped(routine.name(), routine.everyMonths(), routine.nextOn(), routine.reporterSeat());
        }
    }

    /** Sets a routine up; the same id again changes nothing. */
    void add(Viewer viewer, BoardId board, UUID id, RoutineTyped typed) {
        boards.requireKeeper(viewer, board);
        if (rows.add(id, board, typed)) {
            tell(Routine.KIND, id, "set up the routine: " + typed.name());
        }
    }

    /** @throws EditConflict when it is not as the page showed it */
    void change(Viewer viewer, UUID id, long version, RoutineTyped typed) {
        var now = kept(viewer, id);
        if (RoutineTyped.of(now).equals(typed)) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        rows.change(id, typed);
        tell(Routine.KIND, id, "changed the routine");
    }

    void end(Viewer viewer, UUID id) {
        var now = rows.routine(viewer, id, true).orElseThrow(NotFound::new);
        boards.requireKeeper(viewer, now.board());
        if (now.endedOn() == null) {
            rows.end(id, LondonTime.today(clock));
            tell(Routine.KIND, id, "ended the routine");
        }
    }

    /**
     * Watches a figure, or watches it by another rule.
     *
     * @param version of what is watched that the form was opened on
     * @throws EditConflict when somebody has set another rule for this figure since
     */
    void watch(Viewer viewer, long version, Routine.Watched watched) {
        var now = kept(viewer, watched.routine());
        var known = rows.watched(List.of(watched.routine()));
        if (!known.contains(watched)) {
            if (now.watchedVersion() != version
                    && known.stream().anyMatch(each -> each.indicator().equals(watched.indicator()))) {
                throw new EditConflict();
            }
            rows.watch(watched);
            tell(
                    Routine.KIND,
                    watched.routine(),
                    "watches " + name(watched.indicator()) + ": "
                            + watched.rule().inWords());
        }
    }

    void unwatch(Viewer viewer, UUID routine, String indicator) {
        kept(viewer, routine);
        if (rows.unwatch(routine, indicator)) {
            tell(Routine.KIND, routine, "watches one figure less: " + name(indicator));
        }
    }

    /** The name of an indicator, as people say it. */
    private String name(String slug) {
        return compared.choices().stream()
                .filter(choice -> choice.slug().equals(slug))
                .map(ComparedFigures.Choice::name)
                .findFirst()
                .orElse(slug);
    }

    /**
     * Says what an indicator's figures mean.
     *
     * @throws EditConflict when the commentary is not the one the page showed
     */
    void comment(Viewer viewer, UUID round, UUID indicator, long version, String words) {
        var found = rows.round(viewer, round).orElseThrow(NotFound::new);
        if (!found.reportedBy(viewer) && !boards.mayKeep(viewer, found.board())) {
            throw new NotYours();
        }
        var now = rows.of(round).stream()
                .filter(each -> each.id().equals(indicator))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (words.equals(now.commentary())) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        rows.comment(indicator, words, viewer.name(), clock.instant());
        tell(Round.KIND, round, "said what the figures mean: " + now.name());
    }

    private Routine kept(Viewer viewer, UUID id) {
        var now = rows.routine(viewer, id, true).orElseThrow(NotFound::new);
        boards.requireKeeper(viewer, now.board());
        if (now.endedOn() != null) {
            throw new EditConflict();
        }
        return now;
    }

    private void tell(String kind, UUID id, String what) {
        events.publishEvent(new Happened(kind, id, what, clock.instant()));
    }
}
