package uk.slipway.meetings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.MembershipId;

/** Meetings for tests, made through the real use cases. */
@Component
public class MeetingFixtures {

    private final PlanMeetings plan;
    private final SetAgenda agenda;
    private final HoldMeeting hold;
    private final MeetingRows rows;

    MeetingFixtures(PlanMeetings plan, SetAgenda agenda, HoldMeeting hold, MeetingRows rows) {
        this.plan = plan;
        this.agenda = agenda;
        this.hold = hold;
        this.rows = rows;
    }

    public MeetingId meeting(Viewer keeper, BoardId board, LocalDate on) {
        var id = new MeetingId(Uuid7.next());
        plan.plan(
                keeper,
                board,
                id,
                new PlanMeetings.Arranged("Board meeting", on, LocalTime.of(10, 30), "Town hall"),
                1,
                1,
                null,
                true);
        return id;
    }

    public AgendaItemId item(Viewer keeper, MeetingId meeting, String title, boolean restricted) {
        var id = new AgendaItemId(Uuid7.next());
        agenda.add(
                keeper,
                meeting,
                id,
                new SetAgenda.ItemTyped(ItemKind.DECISION, title, null, null, null, 10, restricted));
        return id;
    }

    /** These come, and nobody else. */
    public void held(Viewer keeper, MeetingId meeting, List<MembershipId> present) {
        hold.record(
                keeper,
                meeting,
                rows.find(meeting).orElseThrow().attendanceVersion(),
                present.stream()
                        .map(seat -> new Attendance(seat, Attendance.Status.PRESENT, null, null))
                        .toList(),
                null);
    }

    public void interest(Viewer keeper, MeetingId meeting, AgendaItemId item, MembershipId seat) {
        hold.declare(keeper, meeting, item, seat, "Paid for it");
    }
}
