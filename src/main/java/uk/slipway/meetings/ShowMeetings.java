package uk.slipway.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.Board;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardRole;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Seat;
import uk.slipway.web.Crumb;
import uk.slipway.web.Meanwhile;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** Meetings for reading; a fixed number of statements for each page. */
@UseCase(readOnly = true)
class ShowMeetings {

    private static final Words WORDS = new Words();
    private static final int HISTORY = 40;

    private final MeetingRows rows;
    private final Boards boards;
    private final AuditTrail trail;
    private final ObjectProvider<DecisionsOnAgenda> decisions;
    private final ObjectProvider<SourcesOfItems> sources;
    private final MeetingPacks packs;
    private final Clock clock;

    ShowMeetings(
            MeetingRows rows,
            Boards boards,
            AuditTrail trail,
            ObjectProvider<DecisionsOnAgenda> decisions,
            ObjectProvider<SourcesOfItems> sources,
            MeetingPacks packs,
            Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.trail = trail;
        this.decisions = decisions;
        this.sources = sources;
        this.packs = packs;
        this.clock = clock;
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }

    Meeting meeting(Viewer viewer, MeetingId id) {
        return rows.seenBy(viewer, id);
    }

    /** The meeting, for who keeps its agenda and minutes: 404 for a stranger, 403 for another member. */
    Meeting kept(Viewer viewer, MeetingId id) {
        var meeting = rows.seenBy(viewer, id);
        boards.requireKeeper(viewer, meeting.board());
        return meeting;
    }

    AgendaItem item(Viewer viewer, MeetingId id, AgendaItemId item) {
        var found = rows.item(viewer, item, today());
        if (!id.equals(found.meeting())) {
            throw new NotFound();
        }
        return found;
    }

    Paper paper(Viewer viewer, MeetingId id, UUID paper) {
        return rows.paper(viewer, id, paper);
    }

    MeetingPages.ListPage list(Viewer viewer, BoardId id) {
        var board = boards.requireBusiness(viewer, id);
        var all = rows.of(viewer, id);
        return new MeetingPages.ListPage(
                id.value(),
                "Meetings of " + board.name(),
                all.reversed().stream()
                        .filter(meeting -> meeting.state() == Meeting.State.PLANNED)
                        .map(this::row)
                        .toList(),
                all.stream()
                        .filter(meeting -> meeting.state() != Meeting.State.PLANNED)
                        .map(this::row)
                        .toList(),
                backlog(rows.backlog(viewer, id, today())),
                boards.mayKeep(viewer, id),
                crumbs(board));
    }

    private MeetingPages.Row row(Meeting meeting) {
        return new MeetingPages.Row(
                meeting.id().value(),
                meeting.title(),
                WORDS.date(meeting.on()) + ", " + WORDS.time(meeting.starts()),
                state(meeting),
                tag(meeting));
    }

    private String state(Meeting meeting) {
        return switch (meeting.state()) {
            case PLANNED ->
                meeting.on().isBefore(today())
                        ? "Who came has not been recorded"
                        : meeting.issuedAt() == null ? "Agenda in preparation" : "Agenda sent out";
            case CANCELLED -> "Cancelled";
            case HELD ->
                meeting.minutes() == MinutesState.APPROVED
                        ? "Minutes approved"
                        : "Minutes: " + meeting.minutes().inWords().toLowerCase(Locale.UK);
        };
    }

    private static String tag(Meeting meeting) {
        return switch (meeting.state()) {
            case PLANNED -> "govuk-tag--blue";
            case CANCELLED -> "govuk-tag--grey";
            case HELD -> meeting.minutes().tag();
        };
    }

    static List<Crumb> crumbs(Board board) {
        return List.of(
                new Crumb("Boards", "/boards"),
                new Crumb(board.name(), "/boards/" + board.id().value()));
    }

    private static List<Crumb> crumbs(Meeting meeting) {
        return List.of(
                new Crumb("Boards", "/boards"),
                new Crumb(meeting.boardName(), "/boards/" + meeting.board().value()),
                new Crumb("Meetings", "/boards/" + meeting.board().value() + "/meetings"));
    }

    private static List<Crumb> below(Meeting meeting) {
        var crumbs = new ArrayList<>(crumbs(meeting));
        crumbs.add(new Crumb(
                meeting.title() + ", " + WORDS.shortDate(meeting.on()),
                "/meetings/" + meeting.id().value()));
        return crumbs;
    }

    MeetingPages.MeetingPage page(Viewer viewer, MeetingId id) {
        var meeting = rows.seenBy(viewer, id);
        boolean keep = boards.mayKeep(viewer, meeting.board());
        boolean chair = boards.mayChair(viewer, meeting.board());
        boolean restricted = boards.maySeeRestricted(viewer, meeting.board());
        var items = rows.items(viewer, id, today());
        var seats = boards.members(meeting.board(), meeting.on());
        var own = seats.stream()
                .filter(seat -> viewer.account().equals(seat.account()))
                .findFirst()
                .orElse(null);
        var came = rows.attendance(id);
        boolean planned = meeting.state() == Meeting.State.PLANNED;
        boolean draft = meeting.isOpen();
        var shown = rows(viewer, meeting, items, keep, own, draft);
        return new MeetingPages.MeetingPage(
                id.value(),
                meeting.board().value(),
                meeting.version(),
                meeting.title(),
                meeting.boardName(),
                WORDS.date(meeting.on()) + ", " + WORDS.time(meeting.starts()),
                meeting.place(),
                meeting.series(),
                state(meeting),
                tag(meeting),
                meeting.reason(),
                shown,
                items.stream().mapToInt(AgendaItem::minutesAllotted).sum(),
                restricted ? "" : "Items restricted to voting members are not shown.",
                keep && draft ? backlog(rows.backlog(viewer, meeting.board(), today())) : List.of(),
                who(seats, came, planned),
                meeting.othersPresent(),
                items.isEmpty() ? null : pack(meeting, restricted, items, rows.papers(viewer, id)),
                acts(meeting, keep, chair, draft, items.isEmpty(), today()),
                minutesWords(meeting),
                meeting.approvedAt() == null
                        ? null
                        : rows.find(meeting.approvedAt())
                                .map(by -> "Approved by the meeting of " + WORDS.date(by.on()))
                                .orElse(null),
                draft && (keep || own != null),
                planned && own != null && own.role().isASeat(),
                own != null
                        && came.stream()
                                .anyMatch(line ->
                                        line.member().equals(own.id()) && line.status() == Attendance.Status.APOLOGIES),
                trail.of(Meeting.refOf(id.value())).stream()
                        .limit(HISTORY)
                        .map(entry -> new TimelineEntry(
                                WORDS.moment(entry.at()),
                                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                entry.who() + " " + entry.what()))
                        .toList(),
                List.of(
                        "The members of " + meeting.boardName() + ", and the regional team.",
                        "Restricted items and their papers: its voting members and the co-ordinator.",
                        meeting.minutes() == MinutesState.APPROVED
                                ? "Everybody who has signed in reads the public record, which leaves them out."
                                : "Nobody else, until the minutes are approved: then everybody who has signed in reads"
                                        + " the public record, which leaves restricted items out."),
                crumbs(meeting));
    }

    private static MeetingPages.Acts acts(
            Meeting meeting, boolean keep, boolean chair, boolean draft, boolean empty, LocalDate today) {
        boolean held = meeting.state() == Meeting.State.HELD;
        boolean planned = meeting.state() == Meeting.State.PLANNED;
        var minutes = meeting.minutes();
        return new MeetingPages.Acts(
                keep,
                keep && draft,
                keep && planned && !empty,
                keep && planned,
                keep
                        && !meeting.on().isAfter(today)
                        && meeting.state() != Meeting.State.CANCELLED
                        && minutes != MinutesState.APPROVED,
                keep && held,
                chair && held && minutes == MinutesState.DRAFT,
                keep && held && minutes == MinutesState.CLEARED,
                chair && held && (minutes == MinutesState.CLEARED || minutes == MinutesState.CIRCULATED),
                keep && held && minutes == MinutesState.CIRCULATED);
    }

    private static String minutesWords(Meeting meeting) {
        if (meeting.state() != Meeting.State.HELD) {
            return "";
        }
        return switch (meeting.minutes()) {
            case DRAFT -> "The minutes are a draft, which the chair has still to clear.";
            case CLEARED ->
                "Cleared by " + meeting.clearedBy() + " on " + WORDS.shortDate(meeting.clearedAt())
                        + "; to be circulated.";
            case CIRCULATED ->
                "Circulated to members on " + WORDS.shortDate(meeting.circulatedAt())
                        + "; the next meeting is asked to approve them.";
            case APPROVED -> "Approved on " + WORDS.shortDate(meeting.minutesApprovedAt()) + ".";
        };
    }

    private MeetingPages.PackView pack(
            Meeting meeting, boolean restricted, List<AgendaItem> items, List<Paper> papers) {
        var fingerprint = MeetingPacks.fingerprint(meeting, items, papers);
        return packs.latest(meeting.id(), restricted)
                .map(pack -> pack.fingerprint().equals(fingerprint)
                        ? new MeetingPages.PackView(
                                "Version " + pack.number() + " of " + WORDS.moment(pack.builtAt()) + ", "
                                        + WORDS.count(pack.pages(), "page", "pages"),
                                pack.changed().isEmpty() ? null : pack.changed())
                        : new MeetingPages.PackView(
                                "The agenda or a paper has changed since version " + pack.number() + " of "
                                        + WORDS.moment(pack.builtAt()) + ". Opening it makes the next version.",
                                null))
                .orElse(new MeetingPages.PackView("Agenda and papers as one PDF, made when it is first opened", null));
    }

    private List<MeetingPages.ItemRow> rows(
            Viewer viewer, Meeting meeting, List<AgendaItem> items, boolean keep, @Nullable Seat own, boolean draft) {
        var papers = rows.papers(viewer, meeting.id()).stream().collect(Collectors.groupingBy(Paper::item));
        var decided = decisions(viewer, meeting.id());
        var interests = interests(viewer, meeting, decided);
        var from = sources(items);
        var source = decisions.getIfAvailable();
        var shown = new ArrayList<MeetingPages.ItemRow>();
        for (var item : items) {
            boolean leads = own != null && own.id().equals(item.lead());
            shown.add(new MeetingPages.ItemRow(
                    item.id().value(),
                    item.version(),
                    shown.size() + 1,
                    item.title(),
                    item.kind().inWords(),
                    item.note(),
                    item.leadName(),
                    item.leadIsGone() && meeting.state() == Meeting.State.PLANNED,
                    item.minutesAllotted(),
                    item.restricted(),
                    item.carried(),
                    papers.getOrDefault(item.id(), List.of()).stream()
                            .map(ShowMeetings::paper)
                            .toList(),
                    interests.getOrDefault(item.id(), List.of()),
                    decided.getOrDefault(item.id(), List.of()),
                    from.get(item.id()),
                    keep && draft && item.kind() == ItemKind.DECISION && source != null
                            ? source.proposeAt(meeting.board().value(), item.id())
                            : null,
                    (keep || leads)
                            && meeting.state() != Meeting.State.CANCELLED
                            && meeting.minutes() != MinutesState.APPROVED,
                    shown.isEmpty(),
                    shown.size() + 1 == items.size()));
        }
        return shown;
    }

    private Map<AgendaItemId, List<DecisionsOnAgenda.Line>> decisions(Viewer viewer, MeetingId id) {
        var source = decisions.getIfAvailable();
        return source == null ? Map.of() : source.of(viewer, id);
    }

    private Map<AgendaItemId, Crumb> sources(List<AgendaItem> items) {
        var found = new HashMap<AgendaItemId, Crumb>();
        if (!items.isEmpty()) {
            var ids = items.stream().map(AgendaItem::id).toList();
            sources.forEach(source -> found.putAll(source.of(ids)));
        }
        return found;
    }

    private Map<AgendaItemId, List<MeetingPages.InterestRow>> interests(
            Viewer viewer, Meeting meeting, Map<AgendaItemId, List<DecisionsOnAgenda.Line>> decided) {
        boolean clerk = Boards.clerks(viewer, boards.get(meeting.board()));
        return rows.interests(meeting.id()).stream()
                .collect(Collectors.groupingBy(
                        Interest::item,
                        Collectors.mapping(
                                interest -> new MeetingPages.InterestRow(
                                        interest.member().value(),
                                        interest.who(),
                                        words(interest),
                                        meeting.isOpen()
                                                && (clerk
                                                        || interest.declaredBy().is(viewer))
                                                && decided.getOrDefault(interest.item(), List.of()).stream()
                                                        .noneMatch(line -> line.sentence() != null)),
                                Collectors.toList())));
    }

    private static String words(Interest interest) {
        return interest.who() + " declared an interest and withdrew: " + interest.words();
    }

    static MeetingPages.PaperRow paper(Paper paper) {
        return new MeetingPages.PaperRow(
                paper.id(),
                paper.title(),
                kind(paper) + ", " + size(paper.bytes()) + ", added " + WORDS.shortDate(paper.uploadedAt()),
                paper.removedAt() == null
                        ? null
                        : "Removed by " + paper.removedBy() + " on " + WORDS.shortDate(paper.removedAt()) + ": "
                                + paper.removedBecause());
    }

    static String kind(Paper paper) {
        return switch (paper.mediaType()) {
            case "application/pdf" -> "PDF";
            case "image/png" -> "PNG";
            case "image/jpeg" -> "JPEG";
            default ->
                paper.mediaType().contains("wordprocessing")
                        ? "Word"
                        : paper.mediaType().contains("spreadsheet") ? "Excel" : "PowerPoint";
        };
    }

    static String size(int bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + "KB"
                : String.format(Locale.UK, "%.1fMB", bytes / 1_000_000.0);
    }

    private static List<MeetingPages.WhoRow> who(List<Seat> seats, List<Attendance> came, boolean planned) {
        var lines = came.stream().collect(Collectors.toMap(Attendance::member, Function.identity()));
        return seats.stream()
                .filter(seat -> seat.role().isASeat())
                .map(seat -> new MeetingPages.WhoRow(
                        seat.name(), seat.role().inWords(), status(lines.get(seat.id()), planned)))
                .filter(row -> !planned || row.status().equals(Attendance.Status.APOLOGIES.inWords()))
                .toList();
    }

    private static String status(@Nullable Attendance line, boolean planned) {
        if (line == null || planned && line.status() != Attendance.Status.APOLOGIES) {
            return planned ? "" : Attendance.Status.ABSENT.inWords();
        }
        return line.status() == Attendance.Status.DEPUTY
                ? "Sent a deputy: " + line.deputyName()
                : line.status().inWords();
    }

    private static List<MeetingPages.ItemRow> backlog(List<AgendaItem> items) {
        var shown = new ArrayList<MeetingPages.ItemRow>();
        for (var item : items) {
            shown.add(new MeetingPages.ItemRow(
                    item.id().value(),
                    item.version(),
                    shown.size() + 1,
                    item.title(),
                    item.kind().inWords(),
                    item.note(),
                    item.leadName(),
                    item.leadIsGone(),
                    item.minutesAllotted(),
                    item.restricted(),
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    false,
                    false,
                    false));
        }
        return shown;
    }

    MeetingPages.FormPage planForm(Viewer viewer, BoardId id) {
        var board = boards.requireKeeper(viewer, id);
        int waiting = rows.backlog(viewer, id, today()).size();
        return new MeetingPages.FormPage(
                "Set up a meeting of " + board.name(),
                "/boards/" + id.value() + "/meetings/new",
                null,
                waiting == 0 ? "" : WORDS.count(waiting, "item waits", "items wait") + " in the backlog.",
                List.of(),
                List.of(),
                List.of(),
                true,
                crumbs(board));
    }

    MeetingPages.FormPage form(Viewer viewer, MeetingId id, String title, String path) {
        var meeting = kept(viewer, id);
        return new MeetingPages.FormPage(
                title,
                "/meetings/" + id.value() + path,
                id.value(),
                meeting.title() + ", " + WORDS.date(meeting.on()),
                List.of(),
                List.of(),
                List.of(),
                false,
                below(meeting));
    }

    MeetingPages.FormPage itemForm(Viewer viewer, MeetingId id, @Nullable AgendaItemId item) {
        var meeting = kept(viewer, id);
        var title = item == null
                ? "Add an item"
                : "Change item: " + item(viewer, id, item).title();
        return itemForm(
                title,
                "/meetings/" + id.value() + "/items/" + (item == null ? "new" : item.value()),
                meeting.board(),
                below(meeting));
    }

    MeetingPages.FormPage backlogForm(Viewer viewer, BoardId id) {
        var board = boards.requireKeeper(viewer, id);
        return itemForm("Add an item to the backlog", "/boards/" + id.value() + "/backlog", id, crumbs(board));
    }

    private MeetingPages.FormPage itemForm(String title, String action, BoardId board, List<Crumb> crumbs) {
        return new MeetingPages.FormPage(
                title,
                action,
                null,
                "",
                java.util.Arrays.stream(ItemKind.values())
                        .map(kind -> Option.of(kind.name(), kind.inWords()))
                        .toList(),
                boards.members(board, today()).stream()
                        .filter(seat -> !seat.left())
                        .map(seat -> Option.of(seat.id().value().toString(), seat.name()))
                        .toList(),
                List.of(),
                true,
                crumbs);
    }

    /** For who keeps the agenda, and for the member who leads the item. */
    MeetingPages.FormPage paperForm(Viewer viewer, MeetingId id, AgendaItemId item) {
        var meeting = rows.seenBy(viewer, id);
        var into = item(viewer, id, item);
        if (!boards.mayKeep(viewer, meeting.board())
                && boards.seatOf(viewer, meeting.board())
                        .filter(seat -> seat.id().equals(into.lead()))
                        .isEmpty()) {
            throw new uk.slipway.web.NotYours();
        }
        return new MeetingPages.FormPage(
                "Add a paper",
                "/meetings/" + id.value() + "/items/" + item.value() + "/papers",
                id.value(),
                "For the item: " + into.title(),
                List.of(),
                List.of(),
                List.of(),
                false,
                below(meeting));
    }

    MeetingPages.FormPage removePaperForm(Viewer viewer, MeetingId id, UUID paper) {
        var meeting = kept(viewer, id);
        return new MeetingPages.FormPage(
                "Remove a paper",
                "/meetings/" + id.value() + "/papers/" + paper + "/remove",
                id.value(),
                rows.paper(viewer, id, paper).title(),
                List.of(),
                List.of(),
                List.of(),
                false,
                below(meeting));
    }

    /** For a member, who declares their own, and for who keeps the minutes, on anybody's behalf. */
    MeetingPages.FormPage interestForm(Viewer viewer, MeetingId id, AgendaItemId item) {
        var meeting = rows.seenBy(viewer, id);
        var into = item(viewer, id, item);
        boolean keep = boards.mayKeep(viewer, meeting.board());
        var members = boards.members(meeting.board(), meeting.on()).stream()
                .filter(seat -> keep || viewer.account().equals(seat.account()))
                .sorted(Comparator.comparing(seat -> !viewer.account().equals(seat.account())))
                .map(seat -> Option.of(
                        seat.id().value().toString(),
                        seat.name() + (viewer.account().equals(seat.account()) ? " (you)" : "")))
                .toList();
        if (members.isEmpty()) {
            throw new uk.slipway.web.NotYours();
        }
        return new MeetingPages.FormPage(
                "Declare an interest",
                "/meetings/" + id.value() + "/items/" + item.value() + "/interests",
                id.value(),
                into.title(),
                List.of(),
                List.of(),
                members,
                boards.termsOn(meeting.board(), meeting.on()).isPresent(),
                below(meeting));
    }

    /** The board's rule on interests, or an empty text. */
    String conflictRule(Viewer viewer, MeetingId id) {
        var meeting = rows.seenBy(viewer, id);
        return boards.termsOn(meeting.board(), meeting.on())
                .map(terms -> terms.conflictRule())
                .orElse("");
    }

    MeetingPages.AttendancePage attendance(
            Viewer viewer,
            MeetingId id,
            @Nullable Map<MembershipId, Attendance> typed,
            Map<MembershipId, String> typedNames) {
        var meeting = kept(viewer, id);
        var seats = boards.members(meeting.board(), meeting.on());
        var lines = typed != null
                ? typed
                : rows.attendance(id).stream().collect(Collectors.toMap(Attendance::member, Function.identity()));
        boolean planned = meeting.state() == Meeting.State.PLANNED;
        var shown = new ArrayList<MeetingPages.SeatLine>();
        for (var seat : seats) {
            if (!seat.role().isASeat()) {
                continue;
            }
            var line = lines.get(seat.id());
            var status = line == null || planned && line.status() == Attendance.Status.ABSENT && typed == null
                    ? Attendance.Status.PRESENT
                    : line.status();
            var deputy = line == null ? null : line.deputy();
            shown.add(new MeetingPages.SeatLine(
                    seat.id().value(),
                    shown.size(),
                    seat.name(),
                    seat.role().inWords(),
                    status.name(),
                    deputy == null ? "" : deputy.value().toString(),
                    typedNames.getOrDefault(
                            seat.id(),
                            line == null || deputy != null || line.deputyName() == null ? "" : line.deputyName())));
        }
        return new MeetingPages.AttendancePage(
                id.value(),
                "Who came: " + meeting.title() + ", " + WORDS.shortDate(meeting.on()),
                shown,
                seats.stream()
                        .filter(seat -> seat.role() == BoardRole.DEPUTY)
                        .map(seat -> Option.of(seat.id().value().toString(), seat.name()))
                        .toList(),
                below(meeting));
    }

    /** Who came, as somebody else has recorded it while the form was open. */
    Meanwhile attendanceSaved(Viewer viewer, MeetingId id) {
        var meeting = kept(viewer, id);
        var planned = meeting.state() == Meeting.State.PLANNED;
        var saved = who(boards.members(meeting.board(), meeting.on()), rows.attendance(id), planned).stream()
                .map(row -> new Meanwhile.Line(row.who(), row.status()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (planned && saved.isEmpty()) {
            saved.add(new Meanwhile.Line("Apologies", "None any more"));
        }
        if (!planned) {
            saved.add(new Meanwhile.Line(
                    "Who else was there", Objects.requireNonNullElse(meeting.othersPresent(), "Nobody else")));
        }
        return new Meanwhile(Long.toString(meeting.attendanceVersion()), saved);
    }

    MeetingPages.MinutesPage minutes(Viewer viewer, MeetingId id) {
        return minutes(viewer, id, null, "");
    }

    /** @param refused the item whose minute was typed and could not be saved: the page shows that text again */
    MeetingPages.MinutesPage minutes(Viewer viewer, MeetingId id, @Nullable AgendaItemId refused, String typed) {
        var meeting = kept(viewer, id);
        var items = rows.items(viewer, id, today());
        var decided = decisions(viewer, id);
        var interests = interests(viewer, meeting, decided);
        var from = sources(items);
        var source = decisions.getIfAvailable();
        boolean writing = meeting.state() == Meeting.State.HELD && meeting.minutes() == MinutesState.DRAFT;
        var shown = new ArrayList<MeetingPages.MinuteRow>();
        for (var item : items) {
            shown.add(new MeetingPages.MinuteRow(
                    item.id().value(),
                    shown.size() + 1,
                    item.title(),
                    item.kind().inWords(),
                    item.restricted(),
                    item.carried(),
                    item.note(),
                    item.id().equals(refused) ? typed : item.minute(),
                    item.minuteVersion(),
                    item.minuteAt() == null
                            ? "Nothing saved yet"
                            : "Saved by " + item.minuteBy() + ", " + WORDS.moment(item.minuteAt()),
                    interests.getOrDefault(item.id(), List.of()),
                    decided.getOrDefault(item.id(), List.of()),
                    from.get(item.id()),
                    writing && item.kind() == ItemKind.DECISION && source != null
                            ? source.proposeAt(meeting.board().value(), item.id())
                            : null));
        }
        return new MeetingPages.MinutesPage(
                id.value(),
                "Minutes: " + meeting.title() + ", " + WORDS.shortDate(meeting.on()),
                meeting.state() == Meeting.State.HELD ? meeting.minutes().inWords() : state(meeting),
                meeting.state() == Meeting.State.HELD ? meeting.minutes().tag() : tag(meeting),
                writing,
                writing && boards.mayChair(viewer, meeting.board()),
                meeting.state() == Meeting.State.PLANNED
                        ? "Record who came first: then the minutes can be written."
                        : writing ? "" : "The minutes have left their draft. The chair can return them to it.",
                shown,
                below(meeting));
    }

    /** The public record of a meeting: 404 until its minutes are approved. */
    MeetingPages.RecordPage record(MeetingId id) {
        var meeting = rows.find(id)
                .filter(found -> found.minutes() == MinutesState.APPROVED)
                .orElseThrow(NotFound::new);
        var interests = rows.interests(id).stream()
                .collect(Collectors.groupingBy(
                        Interest::item, Collectors.mapping(ShowMeetings::words, Collectors.toList())));
        var source = decisions.getIfAvailable();
        Map<AgendaItemId, List<DecisionsOnAgenda.Line>> decided = source == null ? Map.of() : source.published(id);
        var items = new ArrayList<MeetingPages.RecordItem>();
        for (var item : rows.publicItems(id, today())) {
            items.add(new MeetingPages.RecordItem(
                    items.size() + 1,
                    item.title(),
                    item.kind().inWords(),
                    item.minute(),
                    item.carried(),
                    interests.getOrDefault(item.id(), List.of()),
                    decided.getOrDefault(item.id(), List.of())));
        }
        return new MeetingPages.RecordPage(
                id.value(),
                "Public record: " + meeting.boardName() + ", " + WORDS.shortDate(meeting.on()),
                meeting.boardName(),
                WORDS.date(meeting.on()) + ", " + WORDS.time(meeting.starts()),
                meeting.place(),
                rows.find(java.util.Objects.requireNonNull(meeting.approvedAt()))
                        .map(by -> "Approved by the meeting of " + WORDS.date(by.on()) + ".")
                        .orElse(""),
                who(boards.members(meeting.board(), meeting.on()), rows.attendance(id), false),
                meeting.othersPresent(),
                items,
                List.of(
                        "Everybody who has signed in to Slipway, from any region or organisation.",
                        "Items that are restricted to voting members are left out."),
                List.of(
                        new Crumb("Boards", "/boards"),
                        new Crumb(
                                meeting.boardName(),
                                "/boards/" + meeting.board().value()),
                        new Crumb("Public records", "/boards/" + meeting.board().value() + "/records")));
    }

    MeetingPages.RecordsPage records(BoardId id) {
        var board = boards.get(id);
        return new MeetingPages.RecordsPage(
                "Public records of " + board.name(),
                rows.published(id, 300).stream().map(this::row).toList(),
                crumbs(board));
    }
}
