package uk.slipway.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.partnership.AttendanceOnBoards;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.OnBoardPage;
import uk.slipway.web.Words;

/** A board's meetings on its page: for its members those ahead and the last ones, for everybody the public records. */
@Component
@Order(10)
class MeetingsOnBoardPage implements OnBoardPage, AttendanceOnBoards {

    private static final Words WORDS = new Words();
    private static final int SHOWN = 6;

    private final MeetingRows rows;
    private final Boards boards;
    private final JdbcClient jdbc;
    private final java.time.Clock clock;

    MeetingsOnBoardPage(MeetingRows rows, Boards boards, JdbcClient jdbc, java.time.Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Part of(Viewer viewer, BoardId board, boolean business) {
        if (!business) {
            return new Part(
                    "Public record",
                    rows.published(board, SHOWN).stream()
                            .map(meeting -> new Line(
                                    WORDS.date(meeting.on()),
                                    "/meetings/" + meeting.id().value() + "/record",
                                    null))
                            .toList(),
                    "The record of a meeting is here once the next one has approved its minutes.",
                    List.of(new Way("All public records", "/boards/" + board.value() + "/records")));
        }
        var today = LondonTime.today(clock);
        var all = rows.of(viewer, board);
        var lines = new ArrayList<Line>();
        all.reversed().stream()
                .filter(meeting -> meeting.state() == Meeting.State.PLANNED)
                .limit(3)
                .forEach(meeting -> lines.add(line(meeting, inDays(meeting.on(), today))));
        all.stream()
                .filter(meeting -> meeting.state() == Meeting.State.HELD)
                .limit(3)
                .forEach(meeting -> lines.add(line(
                        meeting, "held; minutes: " + meeting.minutes().inWords().toLowerCase(java.util.Locale.UK))));
        var ways = new ArrayList<Way>();
        ways.add(new Way("All meetings", "/boards/" + board.value() + "/meetings"));
        if (boards.mayKeep(viewer, board)) {
            ways.add(new Way("Set up a meeting", "/boards/" + board.value() + "/meetings/new"));
        }
        return new Part(
                "Meetings", lines, "The board’s meetings will be here. The clerk or the chair sets them up.", ways);
    }

    /** How far off it is; the day itself stands in the line. */
    private static String inDays(java.time.LocalDate day, java.time.LocalDate today) {
        return day.isBefore(today)
                ? "who came is still to be recorded"
                : WORDS.dueIn(day, today).replaceFirst(", .*", "");
    }

    private static Line line(Meeting meeting, String note) {
        return new Line(
                meeting.title() + ", " + WORDS.date(meeting.on()),
                "/meetings/" + meeting.id().value(),
                note);
    }

    @Override
    public Map<MembershipId, Attended> of(BoardId board) {
        var today = LondonTime.today(clock);
        var came = new java.util.HashMap<MembershipId, Attended>();
        jdbc.sql("""
            select s.id, count(*) as held, count(*) filter (where a.status in ('PRESENT', 'DEPUTY')) as attended
            from board_membership s join meeting m on m.board_id = s.board_id and m.state = 'HELD'
                and m.held_on >= s.starts_on and (s.ends_on is null or m.held_on <= s.ends_on)
                and m.held_on > :since
                left join meeting_attendance a on a.meeting_id = m.id and a.membership_id = s.id
            where s.board_id = :board group by s.id
            """)
                .param("board", board.value())
                .param("since", today.minusYears(1))
                .query((row, number) -> came.put(
                        new MembershipId(row.getObject("id", UUID.class)),
                        new Attended(row.getInt("attended"), row.getInt("held"))))
                .list();
        return came;
    }
}
