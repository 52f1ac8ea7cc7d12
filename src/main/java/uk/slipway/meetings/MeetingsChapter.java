package uk.slipway.meetings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.Board;
import uk.slipway.partnership.BoardKind;
import uk.slipway.partnership.BoardRole;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.Seat;
import uk.slipway.region.RegionCode;
import uk.slipway.web.CheckedFile;

/** A year of meetings of the three boards: agendas, papers, who came, one interest, and minutes up to their draft. */
@Component
@Profile("demonstration")
@Order(11)
class MeetingsChapter implements Chapter {

    static final String COORDINATOR = "coordinator@region.example";
    private static final int[] LAST_YEAR = {-60, 40, 140, 230};
    private static final int[] LAST_YEAR_BELOW = {-40, 130};

    private final PlanMeetings plan;
    private final SetAgenda agenda;
    private final HandlePapers papers;
    private final HoldMeeting hold;
    private final WriteMinutes minutes;
    private final MeetingRows rows;
    private final Boards boards;

    MeetingsChapter(
            PlanMeetings plan,
            SetAgenda agenda,
            HandlePapers papers,
            HoldMeeting hold,
            WriteMinutes minutes,
            MeetingRows rows,
            Boards boards) {
        this.plan = plan;
        this.agenda = agenda;
        this.papers = papers;
        this.hold = hold;
        this.minutes = minutes;
        this.rows = rows;
        this.boards = boards;
    }

    @Override
    public Place place() {
        return Place.BOARDS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        for (var board : boards.of(RegionCode.NORTH_WEST)) {
            boolean regional = board.kind() == BoardKind.REGIONAL;
            if (year.isThisYear()) {
                if (regional) {
                    held(stage, board, year.day(-25), "Autumn meeting", false);
                }
                ahead(stage, board, year.day(-10), year.day(regional ? 12 : 19), regional);
            } else {
                for (int day : regional ? LAST_YEAR : LAST_YEAR_BELOW) {
                    held(stage, board, year.day(day), day < 0 ? "Autumn meeting" : "Meeting", day == LAST_YEAR[0]);
                }
            }
        }
    }

    private void held(Stage stage, Board board, LocalDate on, String title, boolean carries) {
        var id = new MeetingId(Uuid7.next());
        stage.scene(on.minusDays(21), COORDINATOR, clerk -> {
            plan.plan(clerk, board.id(), id, arranged(title, on), 1, 1, null, true);
            items(clerk, board, id);
            plan.issue(clerk, id);
        });
        stage.scene(on, COORDINATOR, clerk -> {
            hold.record(clerk, id, 0, attendance(board, on), "Example guest, for the second item");
            if (board.kind() == BoardKind.REGIONAL) {
                interest(clerk, board, id, named(clerk, id, "what support costs"), on);
            }
            if (carries) {
                agenda.carry(clerk, id, named(clerk, id, "figures that the board watches"));
            }
        });
        stage.scene(on, LocalTime.of(14, 0), COORDINATOR, clerk -> {
            for (var item : rows.items(clerk, id, on)) {
                if (!item.carried()) {
                    minutes.write(
                            clerk,
                            id,
                            item.id(),
                            item.minuteVersion(),
                            "Example minute: the board discussed the paper and its options. Action: the lead reports"
                                    + " back.");
                }
            }
        });
    }

    private AgendaItemId named(Viewer clerk, MeetingId id, String title) {
        return rows.items(clerk, id, rows.find(id).orElseThrow().on()).stream()
                .filter(item -> item.title().endsWith(title))
                .map(AgendaItem::id)
                .findFirst()
                .orElseThrow();
    }

    private void ahead(Stage stage, Board board, LocalDate set, LocalDate on, boolean regional) {
        var id = new MeetingId(Uuid7.next());
        stage.scene(set, COORDINATOR, clerk -> {
            plan.plan(
                    clerk,
                    board.id(),
                    id,
                    arranged("Winter meeting", on),
                    regional ? 3 : 1,
                    8,
                    regional ? "Meetings of this year (example)" : null,
                    true);
            items(clerk, board, id);
            if (regional) {
                agenda.addToBacklog(
                        clerk,
                        board.id(),
                        new AgendaItemId(Uuid7.next()),
                        item(ItemKind.DISCUSSION, "Example item that waits", null, false));
            }
        });
    }

    private static PlanMeetings.Arranged arranged(String title, LocalDate on) {
        return new PlanMeetings.Arranged(title, on, LocalTime.of(10, 30), "Example hall, and by video");
    }

    private void items(Viewer clerk, Board board, MeetingId id) {
        var lead = boards.members(board.id(), rows.find(id).orElseThrow().on()).getFirst();
        var first = new AgendaItemId(Uuid7.next());
        agenda.add(clerk, id, first, item(ItemKind.DECISION, "Example item: shared priorities", lead, false));
        paper(clerk, id, first, "Example paper on shared priorities");
        var second = new AgendaItemId(Uuid7.next());
        agenda.add(clerk, id, second, item(ItemKind.DECISION, "Example item: what support costs", null, false));
        paper(clerk, id, second, "Example paper on costs");
        agenda.add(
                clerk,
                id,
                new AgendaItemId(Uuid7.next()),
                item(ItemKind.DISCUSSION, "Example item: figures that the board watches", null, false));
        agenda.add(
                clerk,
                id,
                new AgendaItemId(Uuid7.next()),
                item(ItemKind.INFORMATION, "Example item: a matter of confidence", null, true));
    }

    private static SetAgenda.ItemTyped item(ItemKind kind, String title, @Nullable Seat lead, boolean restricted) {
        return new SetAgenda.ItemTyped(
                kind,
                title,
                "Example note: what the board is asked to do, in a sentence.",
                lead == null ? null : lead.id(),
                null,
                20,
                restricted);
    }

    private void paper(Viewer clerk, MeetingId id, AgendaItemId item, String title) {
        var content = PackPdf.html(
                title,
                "<h1>" + title + "</h1><p>Example text: what was found, which options there are, what is advised.</p>");
        papers.add(
                clerk,
                id,
                item,
                Uuid7.next(),
                title,
                CheckedFile.of("example-paper.pdf", content).orElseThrow());
    }

    private List<Attendance> attendance(Board board, LocalDate on) {
        var lines = new ArrayList<Attendance>();
        var seats = boards.members(board.id(), on);
        var deputies = new ArrayList<>(
                seats.stream().filter(seat -> seat.role() == BoardRole.DEPUTY).toList());
        for (var seat : seats) {
            if (!seat.role().isASeat()) {
                continue;
            }
            boolean sends = !deputies.isEmpty()
                    && seat.organisationName().equals(deputies.getFirst().organisationName());
            lines.add(
                    sends
                            ? new Attendance(
                                    seat.id(),
                                    Attendance.Status.DEPUTY,
                                    deputies.removeFirst().id(),
                                    null)
                            : new Attendance(seat.id(), Attendance.Status.PRESENT, null, null));
        }
        return lines;
    }

    private void interest(Viewer clerk, Board board, MeetingId id, AgendaItemId item, LocalDate on) {
        boards.members(board.id(), on).stream()
                .filter(seat -> Set.of("Exampleton", "Exampleton (fictitious)").contains(seat.organisationName())
                        && seat.role().isASeat())
                .findFirst()
                .ifPresent(seat -> hold.declare(
                        clerk,
                        id,
                        item,
                        seat.id(),
                        "Example interest: the authority is paid for some of this support."));
    }
}
