package uk.slipway.decisions;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.meetings.AgendaItemId;
import uk.slipway.partnership.Board;
import uk.slipway.partnership.BoardKind;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MadeForBoard;
import uk.slipway.partnership.Protocol;
import uk.slipway.region.RegionCode;
import uk.slipway.threads.Origin;

/**
 * What the boards decide: by consensus with somebody standing aside, by majority after a withdrawal, by the chair's action, as
 * advice, in writing; one superseded, one looked at again, one open for votes, one proposed.
 */
@Component
@Profile("demonstration")
@Order(12)
class DecisionsChapter implements Chapter {

    private static final String CLERK = "coordinator@region.example";
    private static final String CHAIR = "board-chair@partner.example";

    private final ProposeDecision propose;
    private final MakeDecision make;
    private final Ballot ballot;
    private final DecisionRows rows;
    private final Boards boards;
    private final ObjectProvider<MadeForBoard> made;
    private final JdbcClient jdbc;

    DecisionsChapter(
            ProposeDecision propose,
            MakeDecision make,
            Ballot ballot,
            DecisionRows rows,
            Boards boards,
            ObjectProvider<MadeForBoard> made,
            JdbcClient jdbc) {
        this.propose = propose;
        this.make = make;
        this.ballot = ballot;
        this.rows = rows;
        this.boards = boards;
        this.made = made;
        this.jdbc = jdbc;
    }

    @Override
    public Place place() {
        return Place.BOARDS;
    }

    private record Taken(AgendaItemId item, LocalDate on) {}

    @Override
    public void play(Stage stage, StagedYear year) {
        for (var board : boards.of(RegionCode.NORTH_WEST)) {
            var priorities = items(board, "Example item: shared priorities", year);
            var costs = items(board, "Example item: what support costs", year);
            if (year.isThisYear()) {
                if (board.kind() == BoardKind.REGIONAL) {
                    thisYear(stage, year, board, priorities);
                }
                continue;
            }
            for (var taken : priorities) {
                inMeeting(stage, board, taken, Protocol.CONSENSUS, "Example decision: work on reading together", null);
            }
            if (board.kind() == BoardKind.REGIONAL) {
                lastYear(stage, year, board, costs);
            }
        }
    }

    private void lastYear(Stage stage, StagedYear year, Board board, List<Taken> costs) {
        var first = inMeeting(
                stage,
                board,
                costs.getFirst(),
                Protocol.MAJORITY,
                "Example decision: share costs by pupil numbers",
                null);
        inMeeting(
                stage,
                board,
                costs.get(1),
                Protocol.MAJORITY,
                "Example decision: share costs by days of support",
                first);
        var alone = new DecisionId(Uuid7.next());
        stage.scene(year.day(60), CLERK, clerk -> {
            propose.propose(
                    clerk,
                    board.id(),
                    alone,
                    proposal(board, null, Protocol.CHAIR_ACTION, "Example decision: move the date of a visit", null),
                    null);
            propose.circulate(clerk, alone, null);
        });
        stage.scene(year.day(61), CHAIR, chair -> decide(chair, alone));
        stage.scene(year.day(90), CLERK, clerk -> make.implemented(clerk, alone));
        stage.scene(
                year.day(200),
                CLERK,
                clerk -> make.reviewed(
                        clerk, alone, "Example finding: the visit took place and the board heard of it."));
        var written = new DecisionId(Uuid7.next());
        var deadline = year.day(175);
        stage.scene(year.day(160), CLERK, clerk -> {
            propose.propose(
                    clerk,
                    board.id(),
                    written,
                    proposal(board, null, Protocol.MAJORITY, "Example decision: a plan on one page", null),
                    null);
            propose.circulate(clerk, written, deadline);
        });
        for (var email :
                List.of(CHAIR, "director@bolton.example", "director@wigan.example", "board-member@partner.example")) {
            stage.scene(year.day(165), email, member -> own(member, written, Vote.Answer.FOR));
        }
        stage.scene(WorkingDays.after(deadline, 1), CLERK, clerk -> decide(clerk, written));
    }

    private void thisYear(Stage stage, StagedYear year, Board board, List<Taken> priorities) {
        inMeeting(
                stage,
                board,
                priorities.getFirst(),
                Protocol.ADVISORY,
                "Example advice: train governors across the region",
                null);
        var open = new DecisionId(Uuid7.next());
        stage.scene(year.day(-4), CLERK, clerk -> {
            propose.propose(
                    clerk,
                    board.id(),
                    open,
                    proposal(board, null, Protocol.CONSENSUS, "Example decision: who speaks for the board", null),
                    null);
            propose.circulate(clerk, open, year.day(9));
        });
        stage.scene(year.day(-3), "director@wigan.example", member -> own(member, open, Vote.Answer.FOR));
        stage.scene(
                year.day(-3),
                Stage.email("director", stage.fictitious(year).getFirst()),
                member -> make.declare(
                        member,
                        open,
                        boards.seatOf(member, board.id()).orElseThrow().id(),
                        "Example interest: the authority would speak for the board."));
        var alone = new DecisionId(Uuid7.next());
        stage.scene(year.day(-3), LocalTime.of(15, 0), CLERK, clerk -> {
            propose.propose(
                    clerk,
                    board.id(),
                    alone,
                    proposal(board, null, Protocol.CHAIR_ACTION, "Example decision: answer a letter", null),
                    null);
            propose.circulate(clerk, alone, null);
        });
        stage.scene(
                year.day(-2),
                CLERK,
                clerk -> propose.propose(
                        clerk,
                        board.id(),
                        new DecisionId(Uuid7.next()),
                        proposal(
                                board,
                                priorities.size() > 1 ? priorities.get(1).item() : null,
                                Protocol.CONSENSUS,
                                "Example decision: the priorities of the coming year",
                                null),
                        made.stream()
                                .filter(room -> !room.kind().equals(Decision.KIND))
                                .flatMap(room -> room.of(clerk, board.id()).stream())
                                .map(Origin::record)
                                .findFirst()
                                .orElse(null)));
    }

    private void own(Viewer member, DecisionId id, Vote.Answer answer) {
        var seat = boards.seatOf(member, rows.find(id).orElseThrow().board()).orElseThrow();
        make.vote(member, id, version(id), seat.id(), answer, null);
    }

    private void decide(Viewer viewer, DecisionId id) {
        make.decide(viewer, id, version(id));
    }

    private long version(DecisionId id) {
        return rows.find(id).orElseThrow().version();
    }

    private DecisionId inMeeting(
            Stage stage, Board board, Taken taken, Protocol protocol, String title, @Nullable DecisionId supersedes) {
        var id = new DecisionId(Uuid7.next());
        stage.scene(
                taken.on().minusDays(20),
                CLERK,
                clerk -> propose.propose(
                        clerk, board.id(), id, proposal(board, taken.item(), protocol, title, supersedes), null));
        var done = new AtomicReference<DecisionId>();
        stage.scene(taken.on(), LocalTime.of(11, 0), CLERK, clerk -> {
            propose.circulate(clerk, id, null);
            votes(clerk, id, protocol);
            decide(clerk, id);
            done.set(id);
        });
        return Objects.requireNonNull(done.get());
    }

    /** One seat dissents: of Exampleton, or of the last on the list where Exampleton has withdrawn. */
    private void votes(Viewer clerk, DecisionId id, Protocol protocol) {
        var voters = ballot.of(rows.find(id).orElseThrow()).voters().stream()
                .filter(voter -> !voter.withdrew())
                .toList();
        for (var voter : voters) {
            boolean example = voter.seat().organisationName().startsWith("Example");
            if (protocol == Protocol.CONSENSUS) {
                if (voter.seat().organisationName().startsWith("Exampleton")) {
                    make.vote(
                            clerk,
                            id,
                            version(id),
                            voter.seat().id(),
                            Vote.Answer.ABSTAIN,
                            "Example dissent: the authority would have begun with attendance.");
                }
            } else {
                make.vote(
                        clerk,
                        id,
                        version(id),
                        voter.seat().id(),
                        example ? Vote.Answer.AGAINST : Vote.Answer.FOR,
                        null);
            }
        }
    }

    private ProposeDecision.Proposal proposal(
            Board board,
            @Nullable AgendaItemId item,
            Protocol protocol,
            String title,
            @Nullable DecisionId supersedes) {
        var terms = boards.latestTerms(board.id()).orElseThrow();
        UUID clause = terms.remit().getFirst().id();
        return new ProposeDecision.Proposal(
                item,
                false,
                new Decision.Words(
                        title,
                        "Example text: the board agrees what the paper proposes.",
                        "Example options: go on as before; begin with a few; begin with all.",
                        "Example rationale: it asks least of schools for what it may bring."),
                protocol,
                clause,
                null,
                supersedes);
    }

    /** The items of this name in meetings of a year, the earliest first, with the day of the meeting. */
    private List<Taken> items(Board board, String title, StagedYear year) {
        var middle = year.today().minusDays(60);
        return jdbc.sql("""
            select i.id, m.held_on from meeting_item i join meeting m on m.id = i.meeting_id
            where i.board_id = :board and i.title = :title and (m.held_on >= :middle) = :now order by m.held_on
            """)
                .param("board", board.id().value())
                .param("title", title)
                .param("middle", middle)
                .param("now", year.isThisYear())
                .query((row, number) -> new Taken(
                        new AgendaItemId(row.getObject("id", UUID.class)), row.getObject("held_on", LocalDate.class)))
                .list();
    }
}
