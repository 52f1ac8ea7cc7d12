package uk.slipway.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Directory;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardKind;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Seat;
import uk.slipway.region.RegionCode;
import uk.slipway.threads.Origin;

/** The regional board's roadmap in example words, judged by the region's real published figures; everything on time. */
@Component
@Profile("demonstration")
@Order(50)
class RoadmapChapter implements Chapter {

    private static final String CLERK = "coordinator@region.example";

    private final KeepPriorities keep;
    private final KeepInitiatives initiatives;
    private final KeepAims aims;
    private final MoveAction move;
    private final LeadsToActions leads;
    private final RoadmapRows rows;
    private final Boards boards;
    private final Directory directory;

    RoadmapChapter(
            KeepPriorities keep,
            KeepInitiatives initiatives,
            KeepAims aims,
            MoveAction move,
            LeadsToActions leads,
            RoadmapRows rows,
            Boards boards,
            Directory directory) {
        this.keep = keep;
        this.initiatives = initiatives;
        this.aims = aims;
        this.move = move;
        this.leads = leads;
        this.rows = rows;
        this.boards = boards;
        this.directory = directory;
    }

    @Override
    public Place place() {
        return Place.COMMITMENTS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (!year.isThisYear()) {
            return;
        }
        boards.of(RegionCode.NORTH_WEST).stream()
                .filter(each -> each.kind() == BoardKind.REGIONAL)
                .findFirst()
                .ifPresent(board -> play(stage, year, board.id()));
    }

    private void play(Stage stage, StagedYear year, BoardId board) {
        var powerhouse = Uuid7.next();
        stage.scene(year.day(-38), CLERK, clerk -> {
            initiatives.add(
                    clerk,
                    powerhouse,
                    Initiative.Kind.DEVOLVED,
                    "Northern Powerhouse",
                    "On the list as at 2016, when the partnership’s founding document named it.",
                    LocalDate.of(2016, 1, 1),
                    null);
            initiatives.add(
                    clerk,
                    Uuid7.next(),
                    Initiative.Kind.NATIONAL,
                    "Achieving Excellence Areas",
                    "On the list as at 2016, when the partnership’s founding document named it.",
                    LocalDate.of(2016, 1, 1),
                    null);
        });
        var member = seat(board, "board-member@partner.example", year);
        var school = priority(
                stage,
                year,
                board,
                new KeepPriorities.PriorityTyped(
                        "Example priority: every child in school",
                        "Example outcome: fewer pupils are excluded, and those who are come back sooner.",
                        powerhouse,
                        year.day(-60),
                        year.day(600)));
        var homes = priority(
                stage,
                year,
                board,
                new KeepPriorities.PriorityTyped(
                        "Example priority: stable homes, stable schools",
                        "Example outcome: children in care stay in one home and in one school.",
                        null,
                        year.day(-30),
                        year.day(420)));
        priority(
                stage,
                year,
                board,
                new KeepPriorities.PriorityTyped(
                        "Example priority: leaders who help each other",
                        "Example outcome: every school that asks for help finds somebody who has done it before.",
                        null,
                        year.day(30),
                        year.day(300)));
        underIt(stage, year, board, school, homes, member);
        plans(stage, year, board, school, homes);
        stage.scene(
                year.day(-35),
                CLERK,
                clerk -> keep.addAction(
                        clerk,
                        homes,
                        new ActionId(Uuid7.next()),
                        new KeepPriorities.ActionTyped(
                                "Example action: say who speaks for the virtual school",
                                seat(
                                        board,
                                        Stage.email(
                                                "director",
                                                stage.fictitious(year).getFirst()),
                                        year),
                                year.day(-9),
                                null)));
    }

    private PriorityId priority(Stage stage, StagedYear year, BoardId board, KeepPriorities.PriorityTyped typed) {
        var id = new PriorityId(Uuid7.next());
        stage.scene(year.day(-37), CLERK, clerk -> keep.add(clerk, board, id, typed));
        return id;
    }

    private void underIt(
            Stage stage, StagedYear year, BoardId board, PriorityId school, PriorityId homes, MembershipId member) {
        var done = new ActionId(Uuid7.next());
        stage.scene(year.day(-36), CLERK, clerk -> {
            keep.judgeBy(
                    clerk,
                    school,
                    0,
                    "permanent-exclusions-secondary-schools",
                    new BigDecimal("0.15"),
                    year.today().getYear() + 2);
            keep.judgeBy(
                    clerk,
                    homes,
                    0,
                    "three-or-more-placements-in-the-year",
                    new BigDecimal("8"),
                    year.today().getYear() + 2);
            keep.addActivity(
                    clerk,
                    school,
                    Uuid7.next(),
                    "Example activity: visits between schools",
                    year.day(-30),
                    year.day(150));
            keep.addActivity(
                    clerk,
                    school,
                    Uuid7.next(),
                    "Example activity: one form for managed moves",
                    year.day(60),
                    year.day(240));
            keep.addActivity(
                    clerk,
                    homes,
                    Uuid7.next(),
                    "Example activity: virtual schools compare notes",
                    year.day(-20),
                    year.day(180));
            keep.addMilestone(clerk, school, Uuid7.next(), "Example milestone: ten visits made", year.day(45));
            keep.addMilestone(
                    clerk, homes, Uuid7.next(), "Example milestone: a shared list of indicators", year.day(-14));
            keep.addAction(
                    clerk,
                    school,
                    new ActionId(Uuid7.next()),
                    new KeepPriorities.ActionTyped(
                            "Example action: name the schools that take part",
                            member,
                            year.day(30),
                            leads.of(clerk, board).stream()
                                    .map(Origin::record)
                                    .findFirst()
                                    .orElse(null)));
            keep.addAction(
                    clerk,
                    homes,
                    done,
                    new KeepPriorities.ActionTyped(
                            "Example action: write the list of indicators", member, year.day(-15), null));
        });
        stage.scene(year.day(-18), "board-member@partner.example", owner -> {
            move.move(owner, done, ActionState.IN_PROGRESS, null);
            move.move(owner, done, ActionState.DONE, "Example words: the list is with the clerk.");
        });
        stage.scene(year.day(-16), CLERK, clerk -> {
            move.move(clerk, done, ActionState.VERIFIED, null);
            rows.milestones(List.of(homes)).forEach(milestone -> keep.reach(clerk, homes, milestone.id()));
            keep.report(
                    clerk,
                    homes,
                    Standing.ON_TRACK,
                    "Example commentary: the list is written, visits begin after the holidays.");
            keep.report(
                    clerk, school, Standing.NOT_STARTED, "Example commentary: the first visits are being arranged.");
        });
        var waiting = new ActionId(Uuid7.next());
        stage.scene(year.day(-10), CLERK, clerk -> {
            keep.addAction(
                    clerk,
                    school,
                    waiting,
                    new KeepPriorities.ActionTyped(
                            "Example action: ask six schools to begin", member, year.day(5), null));
            keep.report(
                    clerk, school, Standing.ON_TRACK, "Example commentary: six schools have said that they take part.");
        });
        stage.scene(
                year.day(-4),
                "board-member@partner.example",
                owner -> move.move(owner, waiting, ActionState.DONE, "Example words: six have begun."));
    }

    private void plans(Stage stage, StagedYear year, BoardId board, PriorityId school, PriorityId homes) {
        plan(
                stage,
                year,
                board,
                "board-member@partner.example",
                Set.of(school),
                "Example aim: no child without a school");
        plan(stage, year, board, "board-member@partner.example", Set.of(), "Example aim: a chaplain in every school");
        plan(stage, year, board, "board-chair@partner.example", Set.of(school, homes), "Example aim: belonging");
    }

    private void plan(Stage stage, StagedYear year, BoardId board, String email, Set<PriorityId> backs, String words) {
        stage.scene(year.day(-28), email, partner -> {
            aims.add(partner, board, List.of(words));
            rows.aims(board).stream()
                    .filter(aim -> aim.words().equals(words))
                    .forEach(aim -> aims.tie(partner, board, aim.id(), aim.version(), backs));
        });
    }

    private MembershipId seat(BoardId board, String email, StagedYear year) {
        var person = directory.findByEmail(email).orElseThrow().account();
        return boards.members(board, year.today()).stream()
                .filter(seat -> person.equals(seat.account()))
                .map(Seat::id)
                .findFirst()
                .orElseThrow();
    }
}
