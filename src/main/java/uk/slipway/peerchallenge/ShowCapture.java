package uk.slipway.peerchallenge;

import java.util.Set;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.NotFound;
import uk.slipway.web.Words;

/** Shows what has been captured at a forum so far. */
@UseCase(readOnly = true)
public class ShowCapture {

    private final ForumGate gate;
    private final NotesOfForums notes;
    private final AttendanceAtForums attendance;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;

    ShowCapture(
            ForumGate gate,
            NotesOfForums notes,
            AttendanceAtForums attendance,
            CycleCalendar calendar,
            LocalAuthorities authorities) {
        this.gate = gate;
        this.notes = notes;
        this.attendance = attendance;
        this.calendar = calendar;
        this.authorities = authorities;
    }

    /** @throws NotFound when the viewer may not see the forum */
    public CaptureView of(ForumId id, Viewer viewer) {
        var forum = gate.seenBy(viewer, id);
        var written = notes.findById(id);
        var there = attendance.findById(id);
        var present = there.map(ForumAttendance::attendees).orElse(Set.of());
        return new CaptureView(
                id,
                forum.authority(),
                authorities.get(forum.authority()).name(),
                forum.cycle(),
                calendar.find(forum.cycle()).orElseThrow(NotFound::new).year().label(),
                forum.sitting().heldOn(),
                forum.state(),
                forum.panel().stream()
                        .map(seat -> new CaptureView.Attendee(
                                seat.account().value(), seat.name(), part(seat), present.contains(seat.account())))
                        .toList(),
                there.map(ForumAttendance::others).orElse(""),
                there.map(ForumAttendance::version).orElse(-1L),
                written.map(ForumNotes::text).orElse(""),
                written.map(ForumNotes::version).orElse(-1L),
                written.map(one -> "Saved by " + one.writtenBy() + ", " + new Words().moment(one.writtenAt()))
                        .orElse(null),
                ForumGate.mayCapture(viewer, forum)
                        && !forum.state().isStopped()
                        && !forum.state().hasReached(ForumState.CLOSED));
    }

    private String part(PanelSeat seat) {
        var from = seat.authority();
        return from == null
                ? seat.part().inWords()
                : seat.part().inWords() + ", " + authorities.get(from).name();
    }
}
