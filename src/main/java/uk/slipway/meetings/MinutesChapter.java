package uk.slipway.meetings;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.partnership.BoardKind;
import uk.slipway.partnership.BoardRole;
import uk.slipway.partnership.Boards;
import uk.slipway.region.RegionCode;

/** Minutes go their way after what was decided has been recorded: cleared, circulated, approved by the next meeting. */
@Component
@Profile("demonstration")
@Order(13)
class MinutesChapter implements Chapter {

    private final WriteMinutes minutes;
    private final MeetingRows rows;
    private final Boards boards;
    private final java.time.Clock clock;

    MinutesChapter(WriteMinutes minutes, MeetingRows rows, Boards boards, java.time.Clock clock) {
        this.minutes = minutes;
        this.rows = rows;
        this.boards = boards;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.BOARDS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        for (var board : boards.of(RegionCode.NORTH_WEST)) {
            stage.scene(year.today(), MeetingsChapter.COORDINATOR, clerk -> {
                for (var meeting : rows.of(clerk, board.id()).reversed()) {
                    boolean ofThisYear = !meeting.on().isBefore(LondonTime.today(clock).minusDays(60));
                    if (meeting.state() != Meeting.State.HELD
                            || meeting.minutes() != MinutesState.DRAFT
                            || year.isThisYear() != ofThisYear) {
                        continue;
                    }
                    var chair = boards.members(board.id(), meeting.on()).stream()
                            .filter(seat -> seat.role() == BoardRole.CHAIR)
                            .findFirst()
                            .orElseThrow();
                    if (year.isThisYear() && board.kind() == BoardKind.REGIONAL) {
                        // The chair has still to clear these.
                        continue;
                    }
                    stage.scene(
                            meeting.on().plusDays(5),
                            java.util.Objects.requireNonNull(chair.email()),
                            viewer -> minutes.clear(viewer, meeting.id()));
                    if (board.name().startsWith("Lancashire")
                            && rows.heldAfter(meeting).isEmpty()) {
                        // The co-ordinator has still to circulate these.
                        continue;
                    }
                    stage.scene(meeting.on().plusDays(7), MeetingsChapter.COORDINATOR, viewer ->
                            minutes.circulate(viewer, meeting.id()));
                }
                for (var meeting : rows.of(clerk, board.id()).reversed()) {
                    if (meeting.minutes() == MinutesState.CIRCULATED) {
                        rows.heldAfter(meeting).filter(next -> !year.isThisYear()).ifPresent(next -> stage.scene(
                                next.on(), MeetingsChapter.COORDINATOR, viewer -> minutes.approve(viewer, meeting.id())));
                    }
                }
            });
        }
    }
}
