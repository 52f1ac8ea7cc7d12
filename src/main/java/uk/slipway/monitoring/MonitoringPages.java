package uk.slipway.monitoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.audit.TrailEntry;
import uk.slipway.indicators.ComparedFigure;
import uk.slipway.indicators.ComparedFigures;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.indicators.FiguresOfPlaces;
import uk.slipway.indicators.Polarity;
import uk.slipway.indicators.SmallPicture;
import uk.slipway.partnership.Board;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Seat;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.Crumb;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** What the pages of monitoring say. No mark without words, and none where no direction is good. */
@Component
class MonitoringPages {

    private static final Words WORDS = new Words();

    private final LocalAuthorities authorities;

    MonitoringPages(LocalAuthorities authorities) {
        this.authorities = authorities;
    }

    record BoardsPage(String title, List<Link> boards, List<Crumb> crumbs) {}

    record Link(String text, String address, String note) {}

    record FrameworkPage(
            UUID board,
            String title,
            String name,
            String finding,
            boolean keeper,
            List<Way> views,
            List<Option> authorities,
            String place,
            List<Card> cards,
            List<RoutineRow> routines,
            List<RoundRow> rounds,
            List<String> schools,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Way(String words, String address, boolean chosen) {}

    record Card(
            String name,
            String address,
            String figure,
            @Nullable SmallPicture picture,
            String beside,
            String rule,
            @Nullable String exception) {}

    record RoutineRow(String address, String name, String often, String next, boolean late, String reporter) {}

    record RoundRow(String address, String name, String when, String marked, String waiting) {}

    record FormPage(
            String title,
            String action,
            String back,
            List<Option> often,
            List<Option> reporters,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record RoutinePage(
            UUID id,
            long watchedVersion,
            String title,
            String heading,
            String board,
            boolean keeper,
            boolean mayGather,
            @Nullable String notice,
            List<Fact> facts,
            List<WatchedRow> watched,
            List<RoundRow> rounds,
            List<Option> indicators,
            List<Option> rules,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Fact(String name, String words) {}

    record WatchedRow(String slug, String name, String rule) {}

    record RoundPage(
            UUID id,
            String title,
            String heading,
            String board,
            String finding,
            List<Part> parts,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Part(
            UUID id,
            String name,
            String address,
            String rule,
            String beside,
            String finding,
            List<Line> exceptions,
            List<Line> others,
            @Nullable String commentary,
            @Nullable String commentedBy,
            boolean mayComment,
            String source) {}

    record Line(String authority, String figure, String place, String change, String neighbours, String why) {}

    record CommentPage(
            UUID round,
            UUID id,
            String title,
            String heading,
            String rule,
            String beside,
            List<Line> exceptions,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    BoardsPage boards(List<Board> boards, Map<BoardId, Round> last) {
        return new BoardsPage(
                "Monitoring",
                boards.stream()
                        .map(board -> new Link(board.name(), address(board), finding(last.get(board.id()))))
                        .toList(),
                List.of(new Crumb("Boards", "/boards")));
    }

    private static String finding(@Nullable Round round) {
        return round == null
                ? "No figures have been gathered yet"
                : WORDS.count(round.marked(), "exception", "exceptions").replaceFirst("^no ", "No ")
                        + " when figures were gathered on " + WORDS.shortDate(round.dueOn())
                        + (round.waiting() == 0
                                ? ", all explained"
                                : ", " + WORDS.count(round.waiting(), "indicator waits", "indicators wait")
                                        + " for what it means");
    }

    private static String address(Board board) {
        return "/monitoring/boards/" + board.id().value();
    }

    /** Below the board's own page, as everything that is its own. */
    private static List<Crumb> crumbs(BoardId board, String name, Crumb... further) {
        return Stream.concat(
                        Stream.of(
                                new Crumb("Boards", "/boards"),
                                new Crumb(name, "/boards/" + board.value()),
                                new Crumb("Monitoring", "/monitoring/boards/" + board.value())),
                        Stream.of(further))
                .toList();
    }

    private static List<String> whoCanSee(String board) {
        return List.of(
                "Those who sit on " + board + " today, and the regional team.",
                "The figures themselves are published, and everybody may see them.");
    }

    FrameworkPage framework(ReadMonitoring.Framework found, LocalDate today) {
        var board = found.board();
        var cards = found.watched().stream()
                .map(watched -> card(watched, found.figures().get(watched.indicator())))
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing((Card card) -> card.exception() == null)
                        .thenComparing(Card::name))
                .toList();
        long marked = cards.stream().filter(card -> card.exception() != null).count();
        var views = new ArrayList<Way>();
        views.add(new Way("The region", address(board) + "?of=region", found.view() == ReadMonitoring.View.REGION));
        if (found.area().size() < authorities.in(board.region(), today).size() - fictitious(board, today)) {
            views.add(new Way(
                    board.name() + "’s area", address(board) + "?of=area", found.view() == ReadMonitoring.View.AREA));
        }
        return new FrameworkPage(
                board.id().value(),
                "Monitoring: " + board.name(),
                board.name(),
                cards.isEmpty()
                        ? "Nothing is watched yet"
                        : WORDS.count(cards.size(), "figure is", "figures are") + " watched; for " + found.place()
                                + ", "
                                + (marked == 0
                                        ? "none is an exception"
                                        : marked == 1 ? "1 is an exception" : marked + " are exceptions"),
                found.keeper(),
                views,
                found.area().stream()
                        .map(authority -> Option.of(authority.gssCode(), authority.name()))
                        .toList(),
                found.place(),
                cards,
                found.routines().stream()
                        .map(routine -> new RoutineRow(
                                "/monitoring/routines/" + routine.id(),
                                routine.name(),
                                Routine.often(routine.everyMonths()),
                                routine.endedOn() != null
                                        ? "Ended on " + WORDS.shortDate(routine.endedOn())
                                        : WORDS.dueIn(routine.nextOn(), today),
                                routine.endedOn() == null && routine.nextOn().isBefore(today),
                                routine.reporter() + (routine.reporterLeft() ? ", has left the board" : "")))
                        .toList(),
                found.rounds().stream().map(MonitoringPages::row).toList(),
                SchoolFigures.among(found.choices()).stream()
                        .map(SchoolFigures::inWords)
                        .toList(),
                whoCanSee(board.name()),
                List.of(
                        new Crumb("Boards", "/boards"),
                        new Crumb(board.name(), "/boards/" + board.id().value())));
    }

    private long fictitious(Board board, LocalDate today) {
        return authorities.in(board.region(), today).stream()
                .filter(authority -> authority.fictitious())
                .count();
    }

    private static RoundRow row(Round round) {
        return new RoundRow(
                "/monitoring/rounds/" + round.id(),
                round.routineName(),
                WORDS.shortDate(round.dueOn()),
                WORDS.count(round.marked(), "exception", "exceptions"),
                round.waiting() == 0
                        ? "Said what all mean"
                        : WORDS.count(round.waiting(), "commentary is", "commentaries are") + " missing");
    }

    private static @Nullable Card card(Routine.Watched watched, FiguresOfPlaces.@Nullable Series series) {
        if (series == null) {
            return null;
        }
        var latest = series.latest();
        if (latest == null) {
            return new Card(
                    series.name(),
                    "/indicators/" + series.slug(),
                    "No figure is published for this place",
                    null,
                    "",
                    watched.rule().inWords(watched.limit(), series.speech(), series.polarity()),
                    null);
        }
        var at = series.years().indexOf(latest);
        var before = at > 0 ? series.years().get(at - 1) : null;
        var value = latest.value();
        var earlier = before == null || before.endsIn() != latest.endsIn() - 1 ? null : before.value();
        var change = value == null || earlier == null ? null : value.subtract(earlier);
        return new Card(
                series.name(),
                "/indicators/" + series.slug(),
                series.words(latest) + " in " + FigureSpeech.period(latest.period()),
                SmallPicture.ofYears(series.years().stream()
                        .map(year -> new ComparedFigure.Year(year.period(), year.value(), year.england()))
                        .toList()),
                "England " + series.speech().cell(latest.england(), null)
                        + (change == null ? "" : ", " + series.speech().change(change) + " since the year before"),
                watched.rule().inWords(watched.limit(), series.speech(), series.polarity()),
                watched.rule()
                        .marks(
                                watched.limit(),
                                series.speech(),
                                series.polarity(),
                                value,
                                latest.england(),
                                null,
                                change));
    }

    private static final List<Option> OFTEN = List.of(
            Option.of("1", "Every month"),
            Option.of("3", "Every quarter"),
            Option.of("6", "Every half year"),
            Option.of("12", "Every year"));

    FormPage form(Board board, @Nullable Routine routine, List<Seat> reporters) {
        return new FormPage(
                routine == null ? "Set up a routine: " + board.name() : "Change the routine: " + routine.name(),
                routine == null ? address(board) + "/routines" : "/monitoring/routines/" + routine.id() + "/edit",
                routine == null ? address(board) : "/monitoring/routines/" + routine.id(),
                OFTEN,
                reporters.stream()
                        .map(seat -> Option.of(seat.id().value().toString(), seat.name()))
                        .toList(),
                whoCanSee(board.name()),
                crumbs(board.id(), board.name()));
    }

    RoutinePage routine(ReadMonitoring.OneRoutine found, LocalDate today) {
        var routine = found.routine();
        boolean due = routine.endedOn() == null && !routine.nextOn().isAfter(today);
        return new RoutinePage(
                routine.id(),
                routine.watchedVersion(),
                "Routine: " + routine.name() + ", " + routine.boardName(),
                routine.name(),
                routine.boardName(),
                found.keeper(),
                found.keeper() && due && !found.watched().isEmpty(),
                routine.endedOn() != null
                        ? "It ended on " + WORDS.shortDate(routine.endedOn()) + "."
                        : routine.reporterLeft()
                                ? routine.reporter() + " has left the board. Choose who reports from now on."
                                : null,
                List.of(
                        new Fact("How often", Routine.often(routine.everyMonths())),
                        new Fact(
                                "Gathered next",
                                routine.endedOn() != null ? "Never" : WORDS.dueIn(routine.nextOn(), today)),
                        new Fact("Who reports", routine.reporter()),
                        new Fact("To which board", routine.boardName())),
                found.watched().stream()
                        .map(watched -> watchedRow(watched, found.choices()))
                        .toList(),
                found.rounds().stream().map(MonitoringPages::row).toList(),
                found.choices().stream()
                        .map(choice -> Option.of(choice.slug(), choice.name() + " (" + choice.grouping() + ")"))
                        .toList(),
                Arrays.stream(ExceptionRule.values())
                        .map(rule -> Option.of(rule.name(), rule.inWords()))
                        .toList(),
                history(found.history()),
                whoCanSee(routine.boardName()),
                crumbs(routine.board(), routine.boardName()));
    }

    private static WatchedRow watchedRow(Routine.Watched watched, List<ComparedFigures.Choice> choices) {
        var choice = choices.stream()
                .filter(each -> each.slug().equals(watched.indicator()))
                .findFirst()
                .orElse(null);
        return choice == null
                ? new WatchedRow(watched.indicator(), watched.indicator(), "This indicator is defined no more")
                : new WatchedRow(
                        watched.indicator(),
                        choice.name(),
                        watched.rule()
                                .inWords(
                                        watched.limit(),
                                        new FigureSpeech(choice.unit(), choice.decimalPlaces()),
                                        choice.polarity()));
    }

    RoundPage round(ReadMonitoring.OneRound found) {
        var round = found.round();
        return new RoundPage(
                round.id(),
                round.routineName() + ", " + WORDS.shortDate(round.dueOn()) + ": " + round.boardName(),
                round.routineName() + ", " + WORDS.shortDate(round.dueOn()),
                round.boardName(),
                (round.marked() == 0
                                ? "No figure is an exception"
                                : round.marked() == 1
                                        ? "1 figure is an exception"
                                        : round.marked() + " figures are exceptions")
                        + (round.waiting() == 0
                                ? ", and what each indicator means has been said"
                                : "; " + WORDS.count(round.waiting(), "indicator waits", "indicators wait") + " for "
                                        + round.reporterName() + " to say what it means"),
                found.indicators().stream()
                        .map(one -> part(one, found.mayComment()))
                        .toList(),
                history(found.history()),
                whoCanSee(round.boardName()),
                crumbs(
                        round.board(),
                        round.boardName(),
                        new Crumb(round.routineName(), "/monitoring/routines/" + round.routine())));
    }

    private Part part(Round.Of one, boolean mayComment) {
        var exceptions = one.figures().stream()
                .filter(figure -> figure.exception() != null)
                .toList();
        return new Part(
                one.id(),
                one.name(),
                "/indicators/" + one.indicator(),
                one.rule(),
                beside(one),
                one.period() == null
                        ? "No figure has been published"
                        : one.polarity() == Polarity.NONE
                                ? "Figures of " + FigureSpeech.period(one.period())
                                        + "; neither high nor low is good in itself"
                                : exceptions.isEmpty()
                                        ? "No authority is an exception in " + FigureSpeech.period(one.period())
                                        : WORDS.count(
                                                        exceptions.size(),
                                                        "authority is an exception",
                                                        "authorities are exceptions")
                                                + " in " + FigureSpeech.period(one.period()),
                lines(one, exceptions),
                lines(
                        one,
                        one.figures().stream()
                                .filter(figure -> figure.exception() == null)
                                .toList()),
                one.commentary(),
                one.commentedBy() == null ? null : one.commentedBy() + ", " + WORDS.shortDate(one.commentedAt()),
                mayComment,
                Objects.requireNonNullElse(one.release(), "Nothing has been published"));
    }

    private static String beside(Round.Of one) {
        return "Region " + one.speech().cell(one.region(), one.regionSymbol()) + ", England "
                + one.speech().cell(one.england(), one.englandSymbol());
    }

    private List<Line> lines(Round.Of one, List<Round.Figure> figures) {
        return figures.stream()
                .map(figure -> new Line(
                        authorities.get(figure.authority()).label(),
                        one.speech().cell(figure.value(), figure.symbol()),
                        figure.rank() == null
                                ? "–"
                                : figure.rank() + " of " + figure.ranked()
                                        + (figure.band() == null ? "" : ", band " + figure.band()),
                        figure.change() == null ? "–" : one.speech().change(figure.change()),
                        one.speech().cell(figure.neighbours(), null),
                        Objects.requireNonNullElse(figure.exception(), "")))
                .sorted(Comparator.comparing(Line::authority))
                .toList();
    }

    CommentPage comment(ReadMonitoring.OneRound found, Round.Of one) {
        var round = found.round();
        return new CommentPage(
                round.id(),
                one.id(),
                "What it means: " + one.name() + ", " + round.routineName(),
                one.name(),
                one.rule(),
                beside(one),
                lines(
                        one,
                        one.figures().stream()
                                .filter(figure -> figure.exception() != null)
                                .toList()),
                whoCanSee(round.boardName()),
                crumbs(
                        round.board(),
                        round.boardName(),
                        new Crumb(
                                round.routineName() + ", " + WORDS.shortDate(round.dueOn()),
                                "/monitoring/rounds/" + round.id())));
    }

    static final List<String> COLUMNS = List.of(
            "indicator",
            "period",
            "authority",
            "value",
            "symbol",
            "neighbours",
            "england",
            "change",
            "exception",
            "commentary");

    List<List<String>> rows(ReadMonitoring.OneRound found) {
        var rows = new ArrayList<List<String>>();
        for (var one : found.indicators()) {
            for (var figure : one.figures()) {
                rows.add(List.of(
                        CsvDownload.harmless(one.name()),
                        one.period() == null ? "" : FigureSpeech.period(one.period()),
                        authorities.get(figure.authority()).label(),
                        plain(figure.value()),
                        Objects.requireNonNullElse(figure.symbol(), ""),
                        plain(figure.neighbours()),
                        plain(one.england()),
                        plain(figure.change()),
                        Objects.requireNonNullElse(figure.exception(), ""),
                        CsvDownload.harmless(Objects.requireNonNullElse(one.commentary(), ""))));
            }
        }
        return rows;
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private static List<TimelineEntry> history(List<TrailEntry> trail) {
        return trail.stream()
                .map(entry -> new TimelineEntry(
                        WORDS.moment(entry.at()),
                        entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                        Character.toUpperCase(entry.what().charAt(0))
                                + entry.what().substring(1)))
                .toList();
    }
}
