package uk.slipway.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.TrailEntry;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.indicators.FiguresOfPlaces;
import uk.slipway.indicators.Polarity;
import uk.slipway.partnership.Board;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Seat;
import uk.slipway.region.OrganisationId;
import uk.slipway.threads.Origin;
import uk.slipway.web.Crumb;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** What the pages of roadmaps say. */
@Component
class RoadmapPages {

    private static final Words WORDS = new Words();
    private static final Crumb BOARDS = new Crumb("Boards", "/boards");
    private static final Crumb HOME = new Crumb("Roadmaps", "/roadmap");

    record BoardsPage(String title, boolean keeper, List<Link> boards, List<Crumb> crumbs) {}

    record Link(String text, String address, @Nullable String note) {}

    record RoadmapPage(
            UUID board,
            String title,
            String name,
            String finding,
            boolean keeper,
            RoadmapPicture picture,
            List<Row> rows,
            List<Link> dropped,
            String asAt,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    /** A priority in the table that says the same as the picture. */
    record Row(
            String address,
            String title,
            String outcome,
            String initiative,
            String when,
            String standing,
            String tag,
            String said,
            List<String> activities,
            List<String> milestones,
            List<String> actions,
            List<String> figures) {}

    record FormPage(
            String title,
            String action,
            String back,
            List<Option> initiatives,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record PriorityPage(
            UUID id,
            long targetsVersion,
            String title,
            String heading,
            String board,
            boolean keeper,
            @Nullable String dropped,
            String standing,
            String tag,
            String said,
            String saidBy,
            String outcome,
            List<Fact> facts,
            List<Judged> figures,
            String place,
            List<Line> activities,
            List<Reached> milestones,
            List<ActionLine> actions,
            List<String> backing,
            List<Said> earlier,
            List<Option> standings,
            List<Option> indicators,
            List<Option> owners,
            List<Option> origins,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Fact(String name, String words) {}

    record Line(UUID id, String text, String when) {}

    /** The form that changes an activity or a milestone; below it, the button that takes it out of the plan. */
    record PartPage(String title, String action, String back, List<String> whoCanSee, List<Crumb> crumbs) {}

    record Reached(UUID id, String text, String when, boolean late, boolean reached) {}

    record Said(String standing, String tag, String words, String by) {}

    record Judged(
            String name,
            String address,
            String finding,
            String target,
            TrajectoryPicture picture,
            List<JudgedYear> years,
            String source) {}

    record JudgedYear(String period, String actual, String onTheWay, String england) {}

    record ActionLine(
            String address,
            String title,
            String owner,
            @Nullable String left,
            String due,
            boolean overdue,
            String state,
            String tag,
            String priority) {}

    record ActionsPage(
            String title,
            String finding,
            List<Filter> filters,
            List<ActionLine> rows,
            String none,
            List<Crumb> crumbs) {}

    record Filter(String words, String address, int count, boolean chosen) {}

    record ActionPage(
            UUID id,
            String title,
            String heading,
            String board,
            Crumb priority,
            String state,
            String tag,
            @Nullable String overdue,
            @Nullable String left,
            List<Fact> facts,
            boolean mayStart,
            boolean mayFinish,
            boolean mayVerify,
            boolean mayGive,
            List<Option> owners,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record AlignmentPage(
            UUID board,
            String title,
            String name,
            String finding,
            List<String> partners,
            List<Backed> rows,
            List<String> untied,
            boolean mayEnter,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    /** A priority, how many aims of each partner back it, and what that means. */
    record Backed(String title, String address, List<Cell> cells, String verdict, boolean nobody) {}

    record Cell(String words, List<String> aims) {}

    record AimsPage(
            UUID board,
            String title,
            String partner,
            List<AimRow> aims,
            boolean hasPriorities,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record AimRow(UUID id, long version, String words, List<Tick> ticks) {}

    record Tick(String value, String text, boolean chosen) {}

    record InitiativesPage(
            String title, boolean keeper, List<InitiativeRow> rows, List<Option> kinds, List<Crumb> crumbs) {}

    record InitiativeRow(UUID id, String name, String kind, String about, String when, boolean mayEnd) {}

    BoardsPage boards(Viewer viewer, List<Board> boards, Map<BoardId, RoadmapRows.Progress> progress) {
        return new BoardsPage(
                "Roadmaps",
                KeepInitiatives.mayKeep(viewer),
                boards.stream()
                        .map(board -> new Link(
                                board.name(),
                                address(board),
                                finding(progress.getOrDefault(board.id(), RoadmapRows.Progress.NONE))))
                        .toList(),
                List.of(BOARDS));
    }

    private static String address(Board board) {
        return "/roadmap/boards/" + board.id().value();
    }

    /** Below the board's own page, as everything that is its own. */
    private static List<Crumb> crumbs(Board board) {
        return List.of(
                BOARDS, new Crumb(board.name(), "/boards/" + board.id().value()), new Crumb("Roadmap", address(board)));
    }

    private static List<String> whoCanSee(Board board) {
        return List.of("Those who sit on " + board.name() + " today, and the regional team.");
    }

    RoadmapPage roadmap(ReadRoadmap.Whole whole, LocalDate today) {
        var board = whole.board();
        long late =
                whole.actions().stream().filter(action -> action.overdue(today)).count();
        return new RoadmapPage(
                board.id().value(),
                "Roadmap: " + board.name(),
                board.name(),
                finding(whole.priorities(), late),
                whole.keeper(),
                RoadmapPicture.of(whole.priorities(), whole.activities(), whole.milestones(), today),
                whole.priorities().stream()
                        .map(priority -> row(whole, priority, today))
                        .toList(),
                whole.dropped().stream()
                        .map(priority -> new Link(priority.title(), address(priority.id()), priority.droppedBecause()))
                        .toList(),
                "As at " + WORDS.shortDate(today),
                whoCanSee(board),
                List.of(
                        new Crumb("Boards", "/boards"),
                        new Crumb(board.name(), "/boards/" + board.id().value())));
    }

    private static String finding(List<Priority> priorities, long late) {
        long onTrack = priorities.stream()
                .map(Priority::status)
                .filter(status -> status != null
                        && (status.standing() == Standing.ON_TRACK || status.standing() == Standing.ACHIEVED))
                .count();
        return finding(new RoadmapRows.Progress(priorities.size(), (int) onTrack, (int) late));
    }

    private static String finding(RoadmapRows.Progress progress) {
        int late = progress.overdue();
        return progress.priorities() == 0
                ? "No priority has been set yet"
                : progress.onTrack() + " of " + WORDS.count(progress.priorities(), "priority is", "priorities are")
                        + " on track, "
                        + (late == 0
                                ? "no action is overdue"
                                : late == 1 ? "1 action is overdue" : late + " actions are overdue");
    }

    private Row row(ReadRoadmap.Whole whole, Priority priority, LocalDate today) {
        var status = priority.status();
        var initiative = priority.initiative();
        return new Row(
                address(priority.id()),
                priority.title(),
                priority.outcome(),
                initiative == null ? "None" : initiative.name(),
                WORDS.shortDate(priority.startsOn()) + " to " + WORDS.shortDate(priority.endsOn()),
                status == null ? "Not said yet" : status.standing().inWords(),
                status == null ? "govuk-tag--grey" : status.standing().tag(),
                status == null
                        ? "Nobody has said yet how it stands."
                        : status.words() + " (" + status.by() + ", " + WORDS.shortDate(status.at()) + ")",
                whole.activities().stream()
                        .filter(each -> each.priority().equals(priority.id()))
                        .map(each -> each.title() + ", " + WORDS.shortDate(each.startsOn()) + " to "
                                + WORDS.shortDate(each.endsOn()))
                        .toList(),
                whole.milestones().stream()
                        .filter(each -> each.priority().equals(priority.id()))
                        .map(each -> each.title() + ", " + milestoneWhen(each, today))
                        .toList(),
                whole.actions().stream()
                        .filter(each -> each.priority().equals(priority.id()))
                        .map(each -> each.title() + ": " + each.owner() + ", " + each.ownerOrganisationName() + ", "
                                + (each.overdue(today)
                                        ? "overdue since " + WORDS.shortDate(each.dueOn())
                                        : each.state().inWords().toLowerCase(java.util.Locale.UK) + ", due "
                                                + WORDS.shortDate(each.dueOn())))
                        .toList(),
                whole.targets().stream()
                        .filter(each -> each.priority().equals(priority.id()))
                        .map(each -> figureWords(each, whole.figures().get(each.indicator())))
                        .toList());
    }

    private static String figureWords(Target target, FiguresOfPlaces.@Nullable Series series) {
        if (series == null) {
            return "An indicator that is defined no more";
        }
        return series.name() + ": " + finding(target, series);
    }

    /** The actual against the line, in one sentence. */
    private static String finding(Target target, FiguresOfPlaces.Series series) {
        var latest = series.latest();
        var value = latest == null ? null : latest.value();
        if (latest == null || value == null) {
            return "no figure is published";
        }
        var now = series.words(latest) + " in " + FigureSpeech.period(latest.period());
        int year = latest.endsIn();
        if (year <= FiguresOfPlaces.endOf(target.baselinePeriod())) {
            return now + ", and nothing newer than the baseline has been published";
        }
        var line = series.speech().cell(target.onTheWay(year), null);
        return target.lies(year, value, series.polarity())
                .map(lies -> now + ", " + lies.inWords() + " (" + line + " then)")
                .orElse(now + "; the line to the target stood at " + line + " then");
    }

    private static String milestoneWhen(RoadmapRows.Milestone milestone, LocalDate today) {
        var reached = milestone.reachedOn();
        return reached != null
                ? "reached " + WORDS.shortDate(reached)
                : (milestone.late(today) ? "late, due " : "due ") + WORDS.shortDate(milestone.dueOn());
    }

    private static String address(PriorityId id) {
        return "/roadmap/priorities/" + id.value();
    }

    FormPage form(Board board, @Nullable Priority priority, List<Initiative> initiatives) {
        return new FormPage(
                priority == null ? "Set a priority: " + board.name() : "Change the priority: " + priority.title(),
                priority == null ? address(board) + "/priorities" : address(priority.id()) + "/edit",
                priority == null ? address(board) : address(priority.id()),
                initiatives.stream()
                        .map(each -> Option.of(
                                each.id().toString(),
                                each.name() + " (" + each.kind().inWords() + ")"))
                        .toList(),
                whoCanSee(board),
                crumbs(board));
    }

    PriorityPage priority(ReadRoadmap.One one, LocalDate today) {
        var priority = one.priority();
        var status = priority.status();
        var initiative = priority.initiative();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("When", WORDS.shortDate(priority.startsOn()) + " to " + WORDS.shortDate(priority.endsOn())));
        facts.add(new Fact(
                "Joins up with",
                initiative == null
                        ? "No initiative"
                        : initiative.name() + ", " + initiative.kind().inWords().toLowerCase(java.util.Locale.UK) + ", "
                                + span(initiative)));
        return new PriorityPage(
                priority.id().value(),
                priority.targetsVersion(),
                "Priority: " + priority.title() + ", " + one.board().name(),
                priority.title(),
                one.board().name(),
                one.keeper(),
                priority.droppedBecause(),
                status == null ? "Not said yet" : status.standing().inWords(),
                status == null ? "govuk-tag--grey" : status.standing().tag(),
                status == null ? "Nobody has said yet how it stands." : status.words(),
                status == null ? "" : status.by() + ", " + WORDS.shortDate(status.at()),
                priority.outcome(),
                facts,
                one.targets().stream()
                        .map(target -> judged(target, one.figures().get(target.indicator())))
                        .filter(Objects::nonNull)
                        .toList(),
                one.place(),
                one.activities().stream()
                        .map(each -> new Line(
                                each.id(),
                                each.title(),
                                WORDS.shortDate(each.startsOn()) + " to " + WORDS.shortDate(each.endsOn())))
                        .toList(),
                one.milestones().stream()
                        .map(each -> new Reached(
                                each.id(),
                                each.title(),
                                milestoneWhen(each, today),
                                each.late(today),
                                each.reachedOn() != null))
                        .toList(),
                one.actions().stream().map(each -> actionLine(each, today)).toList(),
                one.backing().stream()
                        .map(aim -> aim.organisationName() + ": " + aim.words())
                        .toList(),
                one.statuses().stream()
                        .skip(1)
                        .map(each -> new Said(
                                each.standing().inWords(),
                                each.standing().tag(),
                                each.words(),
                                each.by() + ", " + WORDS.shortDate(each.at())))
                        .toList(),
                Arrays.stream(Standing.values())
                        .map(each -> Option.of(each.name(), each.inWords()))
                        .toList(),
                one.choices().stream()
                        .map(each -> Option.of(each.slug(), each.name() + " (" + each.grouping() + ")"))
                        .toList(),
                owners(one.seats()),
                Origin.options(one.origins()),
                history(one.history()),
                whoCanSee(one.board()),
                crumbs(one.board()));
    }

    PartPage activity(ReadRoadmap.One one, RoadmapRows.Activity activity) {
        return part(one, "Change the activity: " + activity.title(), "/activities/" + activity.id());
    }

    PartPage milestone(ReadRoadmap.One one, RoadmapRows.Milestone milestone) {
        return part(one, "Change the milestone: " + milestone.title(), "/milestones/" + milestone.id());
    }

    private static PartPage part(ReadRoadmap.One one, String title, String part) {
        var priority = one.priority();
        var address = address(priority.id());
        return new PartPage(
                title,
                address + part,
                address,
                whoCanSee(one.board()),
                Stream.concat(crumbs(one.board()).stream(), Stream.of(new Crumb(priority.title(), address)))
                        .toList());
    }

    private static List<Option> owners(List<Seat> seats) {
        return seats.stream()
                .filter(seat -> !seat.left())
                .map(seat -> Option.of(seat.id().value().toString(), seat.name()))
                .toList();
    }

    private static String span(Initiative initiative) {
        var ends = initiative.endsOn();
        return "from " + WORDS.shortDate(initiative.startsOn()) + (ends == null ? "" : " to " + WORDS.shortDate(ends));
    }

    private static @Nullable Judged judged(Target target, FiguresOfPlaces.@Nullable Series series) {
        if (series == null) {
            return null;
        }
        int from = FiguresOfPlaces.endOf(target.baselinePeriod());
        return new Judged(
                series.name(),
                "/indicators/" + series.slug(),
                Character.toUpperCase(finding(target, series).charAt(0))
                        + finding(target, series).substring(1),
                "From " + series.speech().cell(target.baseline(), null) + " in "
                        + FigureSpeech.period(target.baselinePeriod()) + " to "
                        + series.speech().cell(target.target(), null) + " in " + target.targetYear()
                        + (series.polarity() == Polarity.NONE
                                ? ". Neither high nor low is good in itself, so that nothing is marked."
                                : ""),
                TrajectoryPicture.of(target, series.years()),
                series.years().stream()
                        .map(year -> new JudgedYear(
                                FigureSpeech.period(year.period()),
                                series.words(year),
                                year.endsIn() < from
                                        ? "before the baseline"
                                        : series.speech().cell(target.onTheWay(year.endsIn()), null),
                                series.speech().cell(year.england(), null)))
                        .toList(),
                Objects.requireNonNullElse(series.source(), "Nothing has been published yet"));
    }

    private static ActionLine actionLine(Action action, LocalDate today) {
        boolean overdue = action.overdue(today);
        return new ActionLine(
                "/roadmap/actions/" + action.id().value(),
                action.title(),
                action.owner() + ", " + action.ownerOrganisationName(),
                action.ownerLeft() ? "has left the board" : null,
                overdue
                        ? WORDS.dueIn(action.dueOn(), today)
                        : action.state() == ActionState.VERIFIED || action.state() == ActionState.DONE
                                ? "due " + WORDS.shortDate(action.dueOn())
                                : WORDS.dueIn(action.dueOn(), today),
                overdue,
                action.state().inWords(),
                action.state().tag(),
                action.priorityTitle() + ", " + action.boardName());
    }

    ActionsPage actions(Viewer viewer, List<Action> all, @Nullable String filter, LocalDate today) {
        boolean mine = "mine".equals(filter);
        boolean overdue = "overdue".equals(filter);
        var own = all.stream().filter(each -> MoveAction.owns(viewer, each)).toList();
        var late = all.stream().filter(each -> each.overdue(today)).toList();
        var shown = mine ? own : overdue ? late : all;
        return new ActionsPage(
                "Actions",
                late.isEmpty()
                        ? "No action is overdue"
                        : late.size() == 1 ? "1 action is overdue" : late.size() + " actions are overdue",
                List.of(
                        new Filter("All", "/roadmap/actions", all.size(), !mine && !overdue),
                        new Filter("Yours", "/roadmap/actions?show=mine", own.size(), mine),
                        new Filter("Overdue", "/roadmap/actions?show=overdue", late.size(), overdue)),
                shown.stream()
                        .sorted(Comparator.comparing(each -> !each.overdue(today)))
                        .map(each -> actionLine(each, today))
                        .toList(),
                mine || overdue
                        ? "There is none."
                        : "Actions of the boards you sit on will be here. The clerk or a chair sets them under a"
                                + " priority.",
                List.of(BOARDS, HOME));
    }

    ActionPage action(ReadRoadmap.OneAction one, LocalDate today) {
        var action = one.action();
        var state = action.state();
        boolean mayAct = one.keeper() || one.owner();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Owner", action.owner() + ", " + action.ownerOrganisationName()));
        facts.add(new Fact("Due", WORDS.date(action.dueOn())));
        if (action.doneAt() != null) {
            facts.add(new Fact(
                    "Done", WORDS.shortDate(action.doneAt()) + ", " + action.doneBy() + ": " + action.doneWords()));
        }
        if (action.verifiedAt() != null) {
            facts.add(new Fact("Verified", WORDS.shortDate(action.verifiedAt()) + ", " + action.verifiedBy()));
        }
        return new ActionPage(
                action.id().value(),
                "Action: " + action.title() + ", " + action.boardName(),
                action.title(),
                action.boardName(),
                new Crumb(action.priorityTitle(), address(action.priority())),
                state.inWords(),
                state.tag(),
                action.overdue(today) ? WORDS.dueIn(action.dueOn(), today) : null,
                action.ownerLeft()
                        ? action.owner() + " has left the board. "
                                + (one.keeper()
                                        ? "Give the action to somebody who sits on it."
                                        : "The clerk or a chair gives the action to somebody else.")
                        : null,
                facts,
                mayAct && state == ActionState.OPEN,
                mayAct && (state == ActionState.OPEN || state == ActionState.IN_PROGRESS),
                one.keeper() && state == ActionState.DONE,
                one.keeper() && state != ActionState.VERIFIED,
                owners(one.seats()),
                history(one.history()),
                List.of("Those who sit on " + action.boardName() + " today, and the regional team."),
                List.of(BOARDS, HOME, new Crumb("Actions", "/roadmap/actions")));
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

    /** Partners are the organisations that sit on the board, and those whose aims stand. */
    private static Map<OrganisationId, String> partners(ReadRoadmap.Alignment found) {
        var names = new LinkedHashMap<OrganisationId, String>();
        var sorted = new ArrayList<Map.Entry<OrganisationId, String>>();
        found.seats().forEach(seat -> {
            var organisation = seat.organisation();
            if (organisation != null) {
                sorted.add(Map.entry(organisation, seat.organisationName()));
            }
        });
        found.aims().forEach(aim -> sorted.add(Map.entry(aim.organisation(), aim.organisationName())));
        sorted.stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(each -> names.putIfAbsent(each.getKey(), each.getValue()));
        return names;
    }

    AlignmentPage alignment(ReadRoadmap.Alignment found) {
        var board = found.board();
        var partners = partners(found);
        var rows = found.priorities().stream()
                .map(priority -> backed(found, partners, priority))
                .toList();
        long nobody = rows.stream().filter(Backed::nobody).count();
        return new AlignmentPage(
                board.id().value(),
                "Who backs which priority: " + board.name(),
                board.name(),
                rows.isEmpty()
                        ? "No priority has been set yet"
                        : nobody == 0
                                ? "Every priority is backed by a partner’s plan"
                                : nobody + " of " + WORDS.count(rows.size(), "priority", "priorities")
                                        + (nobody == 1 ? " is" : " are") + " in no partner’s plan yet",
                List.copyOf(partners.values()),
                rows,
                found.aims().stream()
                        .filter(aim -> found.priorities().stream()
                                .noneMatch(priority -> aim.backs().contains(priority.id())))
                        .map(aim -> aim.organisationName() + ": " + aim.words())
                        .toList(),
                found.mayEnter(),
                whoCanSee(board),
                crumbs(board));
    }

    private static Backed backed(ReadRoadmap.Alignment found, Map<OrganisationId, String> partners, Priority priority) {
        int backers = 0;
        var cells = new ArrayList<Cell>();
        for (var partner : partners.keySet()) {
            var aims = found.aims().stream()
                    .filter(aim ->
                            aim.organisation().equals(partner) && aim.backs().contains(priority.id()))
                    .map(RoadmapRows.Aim::words)
                    .toList();
            backers += aims.isEmpty() ? 0 : 1;
            cells.add(new Cell(aims.isEmpty() ? "–" : WORDS.count(aims.size(), "aim", "aims"), aims));
        }
        return new Backed(
                priority.title(),
                address(priority.id()),
                cells,
                backers == 0
                        ? "Nobody yet"
                        : backers == 1 ? "One partner" : backers + " partners: do they do the same, or each a part?",
                backers == 0);
    }

    static List<String> alignmentColumns(AlignmentPage page) {
        var columns = new ArrayList<String>();
        columns.add("priority");
        page.partners().forEach(partner -> columns.add(CsvDownload.harmless(partner)));
        columns.add("verdict");
        return columns;
    }

    static List<List<String>> alignmentRows(AlignmentPage page) {
        return page.rows().stream()
                .map(row -> {
                    var line = new ArrayList<String>();
                    line.add(CsvDownload.harmless(row.title()));
                    row.cells().forEach(cell -> line.add(CsvDownload.harmless(String.join("; ", cell.aims()))));
                    line.add(row.verdict());
                    return (List<String>) line;
                })
                .toList();
    }

    static final List<String> COLUMNS = List.of(
            "priority",
            "outcome",
            "initiative",
            "when",
            "standing",
            "commentary",
            "activities",
            "milestones",
            "actions",
            "figures");

    static List<List<String>> rows(RoadmapPage page) {
        return page.rows().stream()
                .map(row -> List.of(
                        CsvDownload.harmless(row.title()),
                        CsvDownload.harmless(row.outcome()),
                        CsvDownload.harmless(row.initiative()),
                        row.when(),
                        row.standing(),
                        CsvDownload.harmless(row.said()),
                        CsvDownload.harmless(String.join("; ", row.activities())),
                        CsvDownload.harmless(String.join("; ", row.milestones())),
                        CsvDownload.harmless(String.join("; ", row.actions())),
                        CsvDownload.harmless(String.join("; ", row.figures()))))
                .toList();
    }

    AimsPage aims(Viewer viewer, ReadRoadmap.Alignment found) {
        var board = found.board();
        return new AimsPage(
                board.id().value(),
                "The aims of your plan: " + viewer.organisationName() + ", " + board.name(),
                viewer.organisationName(),
                found.aims().stream()
                        .filter(aim -> aim.organisation().equals(viewer.organisation()))
                        .map(aim -> new AimRow(
                                aim.id(),
                                aim.version(),
                                aim.words(),
                                found.priorities().stream()
                                        .map(priority -> new Tick(
                                                priority.id().value().toString(),
                                                priority.title(),
                                                aim.backs().contains(priority.id())))
                                        .toList()))
                        .toList(),
                !found.priorities().isEmpty(),
                whoCanSee(board),
                Stream.concat(
                                crumbs(board).stream(),
                                Stream.of(new Crumb("Who backs which priority", address(board) + "/alignment")))
                        .toList());
    }

    InitiativesPage initiatives(Viewer viewer, List<Initiative> initiatives, LocalDate today) {
        boolean keeper = KeepInitiatives.mayKeep(viewer);
        return new InitiativesPage(
                "National and devolved initiatives",
                keeper,
                initiatives.stream()
                        .map(each -> new InitiativeRow(
                                each.id(),
                                each.name(),
                                each.kind().inWords(),
                                each.about(),
                                span(each),
                                keeper
                                        && each.endsOn() == null
                                        && !each.startsOn().isAfter(today)))
                        .toList(),
                Arrays.stream(Initiative.Kind.values())
                        .map(kind -> Option.of(kind.name(), kind.inWords()))
                        .toList(),
                List.of(HOME));
    }
}
