package uk.slipway.monitoring;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardKind;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.Seat;
import uk.slipway.region.RegionCode;

/** The regional board watches real published figures; what is said of them only shows the form. */
@Component
@Profile("demonstration")
@Order(60)
class MonitoringChapter implements Chapter {

    private static final String CLERK = "coordinator@region.example";
    private static final String REPORTER = "board-chair@partner.example";

    private final KeepRoutines keep;
    private final GatherFigures gather;
    private final MonitoringRows rows;
    private final Boards boards;
    private final Directory directory;

    MonitoringChapter(
            KeepRoutines keep, GatherFigures gather, MonitoringRows rows, Boards boards, Directory directory) {
        this.keep = keep;
        this.gather = gather;
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
        var person = directory.findByEmail(REPORTER).orElseThrow().account();
        var reporter = boards.members(board, year.today()).stream()
                .filter(seat -> person.equals(seat.account()))
                .map(Seat::id)
                .findFirst()
                .orElseThrow();
        var routine = Uuid7.next();
        stage.scene(year.day(-35), CLERK, clerk -> {
            keep.add(
                    clerk,
                    board,
                    routine,
                    new KeepRoutines.RoutineTyped(
                            "Example routine: the health of the system", 3, year.day(-30), reporter));
            watch(clerk, routine, "permanent-exclusions-secondary-schools", ExceptionRule.LOWEST_QUARTER, null);
            watch(clerk, routine, "absence-in-pupil-referral-units", ExceptionRule.WORSE_THAN_ENGLAND, "10");
            watch(clerk, routine, "three-or-more-placements-in-the-year", ExceptionRule.WORSE_THAN_ENGLAND, "3");
            watch(clerk, routine, "re-referrals-within-12-months", ExceptionRule.WORSENED, "5");
            watch(clerk, routine, "children-looked-after-rate", ExceptionRule.NONE, null);
        });
        var waiting = Uuid7.next();
        stage.scene(year.day(-34), CLERK, clerk -> {
            keep.add(
                    clerk,
                    board,
                    waiting,
                    new KeepRoutines.RoutineTyped("Example routine: leaders and workforce", 6, year.today(), reporter));
            watch(clerk, waiting, "agency-social-workers", ExceptionRule.WORSE_THAN_ENGLAND, "5");
        });
        stage.backstage(year.day(-30), gather::whatIsDue);
        stage.scene(year.day(-24), REPORTER, chair -> comment(chair, board));
    }

    private void watch(Viewer clerk, UUID routine, String indicator, ExceptionRule rule, @Nullable String limit) {
        keep.watch(
                clerk, 0, new Routine.Watched(routine, indicator, rule, limit == null ? null : new BigDecimal(limit)));
    }

    private void comment(Viewer chair, BoardId board) {
        for (var round : rows.rounds(board)) {
            rows.of(round.id())
                    .forEach(one -> keep.comment(
                            chair,
                            round.id(),
                            one.id(),
                            one.version(),
                            "Example commentary: what lies behind the figures, and what the board is asked for."));
        }
    }
}
