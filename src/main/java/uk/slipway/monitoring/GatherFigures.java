package uk.slipway.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.ComparedFigure;
import uk.slipway.indicators.ComparedFigures;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.meetings.AgendaItemId;
import uk.slipway.meetings.ItemKind;
import uk.slipway.meetings.PutOnNextAgenda;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.NotFound;
import uk.slipway.web.Words;

/**
 * On a routine's day: the figures as they are published then, which of them are exceptions, and an item for the board's next
 * agenda that leads to both and to what is said of them.
 */
@UseCase
class GatherFigures {

    private static final Words WORDS = new Words();

    private final MonitoringRows rows;
    private final Boards boards;
    private final PutOnNextAgenda agenda;
    private final ComparedFigures compared;
    private final LocalAuthorities authorities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GatherFigures(
            MonitoringRows rows,
            Boards boards,
            PutOnNextAgenda agenda,
            ComparedFigures compared,
            LocalAuthorities authorities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.agenda = agenda;
        this.compared = compared;
        this.authorities = authorities;
        this.events = events;
        this.clock = clock;
    }

    /** Gathers for every routine whose day has come; answers how many rounds are new. */
    int whatIsDue() {
        int gathered = 0;
        for (var routine : rows.due(LondonTime.today(clock))) {
            gathered += gather(routine) == null ? 0 : 1;
        }
        return gathered;
    }

    /**
     * Gathers for one routine whose day has come.
     *
     * @return the new round, or null where its day has not come or nothing is watched
     */
    @Nullable
    UUID now(Viewer viewer, UUID id) {
        var routine = rows.routine(viewer, id, true).orElseThrow(NotFound::new);
        boards.requireKeeper(viewer, routine.board());
        return routine.endedOn() != null || routine.nextOn().isAfter(LondonTime.today(clock)) ? null : gather(routine);
    }

    private @Nullable UUID gather(Routine routine) {
        var today = LondonTime.today(clock);
        var watched = rows.watched(List.of(routine.id()));
        var ids = compared.choices().stream()
                .filter(choice ->
                        watched.stream().anyMatch(each -> each.indicator().equals(choice.slug())))
                .map(ComparedFigures.Choice::id)
                .collect(Collectors.toSet());
        UUID made = null;
        if (!ids.isEmpty()) {
            var round = Uuid7.at(clock.instant());
            if (rows.addRound(round, routine, clock.instant())) {
                int marked = freeze(round, watched, compared.latest(area(routine.board(), today), ids));
                agenda.put(
                        new AgendaItemId(round),
                        routine.board(),
                        ItemKind.DISCUSSION,
                        "Figures: " + routine.name() + ", " + WORDS.shortDate(routine.nextOn()),
                        WORDS.count(marked, "exception", "exceptions").replaceFirst("^no ", "No ") + ". "
                                + routine.reporter() + " says what they mean.");
                events.publishEvent(
                        new Happened(Round.KIND, round, "gathered the figures of " + routine.name(), clock.instant()));
                made = round;
            }
        }
        var next = routine.nextOn();
        while (!next.isAfter(today)) {
            next = next.plusMonths(routine.everyMonths());
        }
        rows.next(routine.id(), next);
        return made;
    }

    /** Answers how many figures are exceptions. */
    private int freeze(UUID round, List<Routine.Watched> watched, List<ComparedFigure> found) {
        Map<String, List<ComparedFigure>> byIndicator = found.stream()
                .collect(Collectors.groupingBy(ComparedFigure::slug, LinkedHashMap::new, Collectors.toList()));
        int place = 0;
        int marked = 0;
        for (var figures : byIndicator.values()) {
            var first = figures.getFirst();
            var how = watched.stream()
                    .filter(each -> each.indicator().equals(first.slug()))
                    .findFirst()
                    .orElseThrow();
            var speech = new FigureSpeech(first.unit(), first.decimalPlaces());
            var exceptions = new ArrayList<@Nullable String>();
            for (var figure : figures) {
                exceptions.add(how.rule()
                        .marks(
                                how.limit(),
                                speech,
                                figure.polarity(),
                                figure.value(),
                                figure.england(),
                                figure.band(),
                                figure.change()));
            }
            marked += (int) exceptions.stream().filter(Objects::nonNull).count();
            rows.freeze(round, place++, how.rule().inWords(how.limit(), speech, first.polarity()), figures, exceptions);
        }
        return marked;
    }

    /** The real authorities that the board is for; all of its region where it has no list of its own. */
    private List<LocalAuthority> area(BoardId board, LocalDate today) {
        var found = boards.get(board);
        var area = boards.areaOf(board, today);
        return authorities.in(found.region(), today).stream()
                .filter(authority -> !authority.fictitious())
                .filter(authority -> area.isEmpty() || area.contains(authority.id()))
                .toList();
    }
}
