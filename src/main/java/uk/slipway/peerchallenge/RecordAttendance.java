package uk.slipway.peerchallenge;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;

/** Records who was at a forum. */
@UseCase
public class RecordAttendance {

    private final ForumGate gate;
    private final AttendanceAtForums attendance;
    private final Clock clock;

    RecordAttendance(ForumGate gate, AttendanceAtForums attendance, Clock clock) {
        this.gate = gate;
        this.attendance = attendance;
        this.clock = clock;
    }

    /**
     * Records it.
     *
     * @param version the version the form was opened with, -1 before the first
     * @param present people of the panel; others are left out
     * @param others who else was there, one name in each line, at most 5,000 characters
     * @throws EditConflict when somebody else recorded it since
     */
    public void record(ForumId id, long version, Set<AccountId> present, String others, Viewer viewer) {
        var forum = gate.seenBy(viewer, id);
        if (!ForumGate.mayCapture(viewer, forum)) {
            throw new NotYours();
        }
        if (others.length() > ForumAttendance.LONGEST) {
            throw new IllegalArgumentException("At most " + ForumAttendance.LONGEST + " characters");
        }
        if (forum.state().isStopped() || forum.state().hasReached(ForumState.CLOSED)) {
            throw new OutOfStep("The forum is over, or not going ahead; its record stays as it is.");
        }
        var seated = present.stream().filter(forum::hasOnPanel).collect(Collectors.toSet());
        var there = attendance.findById(id);
        if (there.isPresent()) {
            var one = there.get();
            if (one.attendees().equals(seated) && one.others().equals(others)) {
                return;
            }
            if (one.version() != version) {
                throw new EditConflict();
            }
            one.record(seated, others, viewer.name(), clock.instant());
            attendance.save(one);
        } else {
            attendance.save(new ForumAttendance(forum, seated, others, viewer.name(), clock.instant()));
        }
    }
}
