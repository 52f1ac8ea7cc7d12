package uk.slipway.meetings;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.Declarer;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Seat;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Who came, who stood in, and who has an interest in what. */
@UseCase
class HoldMeeting {

    private final MeetingRows rows;
    private final Boards boards;
    private final ObjectProvider<DecisionsOnAgenda> decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HoldMeeting(
            MeetingRows rows,
            Boards boards,
            ObjectProvider<DecisionsOnAgenda> decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records who came; that makes it a meeting that was held.
     *
     * @param version of the attendance that the form was opened on
     * @throws EditConflict when somebody else has recorded it since, or a member has sent apologies
     * @throws Refused before the day, or where a deputy would stand in for two or is no deputy of the board
     */
    void record(Viewer viewer, MeetingId id, long version, List<Attendance> lines, @Nullable String others) {
        var meeting = kept(viewer, id);
        if (meeting.on().isAfter(LondonTime.today(clock))) {
            throw new Refused("attendance", "Who came can be recorded from the day of the meeting");
        }
        var seats = boards.members(meeting.board(), meeting.on()).stream()
                .collect(Collectors.toMap(Seat::id, Function.identity()));
        check(lines, seats);
        var before = rows.attendance(id).stream()
                .map(HoldMeeting::saved)
                .collect(Collectors.toMap(Attendance::member, Function.identity()));
        boolean same = meeting.state() == Meeting.State.HELD
                && Objects.equals(others, meeting.othersPresent())
                && lines.stream().allMatch(line -> saved(line).equals(before.get(line.member())));
        if (same) {
            return;
        }
        if (meeting.attendanceVersion() != version) {
            throw new EditConflict();
        }
        lines.forEach(line -> rows.attend(id, line));
        rows.attendanceChanged(id);
        rows.held(id, others);
        tell(meeting, meeting.state() == Meeting.State.HELD ? "changed who came" : "recorded who came");
    }

    /** The same line without the name that stands for a deputy's seat. */
    private static Attendance saved(Attendance line) {
        return line.deputy() == null ? line : new Attendance(line.member(), line.status(), line.deputy(), null);
    }

    private static void check(List<Attendance> lines, Map<MembershipId, Seat> seats) {
        var deputies = new java.util.HashSet<MembershipId>();
        for (var line : lines) {
            var seat = seats.get(line.member());
            if (seat == null || !seat.role().isASeat()) {
                throw new NotFound();
            }
            var deputy = line.deputy();
            if (deputy != null) {
                var standsIn = seats.get(deputy);
                if (standsIn == null || standsIn.role() != uk.slipway.partnership.BoardRole.DEPUTY) {
                    throw new Refused("attendance", "Choose a deputy of this board for " + seat.person());
                }
                if (!deputies.add(deputy)) {
                    throw new Refused("attendance", standsIn.person() + " cannot stand in for two members");
                }
            }
        }
    }

    /** A member says that they cannot come, or can after all, before the meeting is held. */
    void apologise(Viewer viewer, MeetingId id, boolean sorry) {
        rows.hold(id);
        var meeting = rows.seenBy(viewer, id);
        var seat = boards.seatOf(viewer, meeting.board())
                .filter(own -> own.role().isASeat())
                .orElseThrow(NotYours::new);
        if (meeting.state() != Meeting.State.PLANNED) {
            throw new Refused("apologies", "The meeting is no longer ahead");
        }
        boolean was = rows.attendance(id).stream()
                .anyMatch(line -> line.member().equals(seat.id()) && line.status() == Attendance.Status.APOLOGIES);
        if (was == sorry) {
            return;
        }
        rows.attend(
                id,
                new Attendance(seat.id(), sorry ? Attendance.Status.APOLOGIES : Attendance.Status.ABSENT, null, null));
        rows.attendanceChanged(id);
        tell(meeting, sorry ? "sent apologies" : "took the apologies back");
    }

    /**
     * Declares an interest of the viewer, or of a member on whose behalf the clerk or the chair writes it down. From then on
     * the member takes no part in the item. The same a second time changes nothing.
     *
     * @throws Refused when the minutes have left their draft, or the member has declared another interest in it
     */
    void declare(Viewer viewer, MeetingId id, AgendaItemId item, MembershipId member, String words) {
        rows.hold(id);
        var meeting = rows.seenBy(viewer, id);
        var of = rows.item(viewer, item, LondonTime.today(clock));
        if (!id.equals(of.meeting())) {
            throw new NotFound();
        }
        var seat = boards.members(meeting.board(), meeting.on()).stream()
                .filter(one -> one.id().equals(member))
                .findFirst()
                .orElseThrow(() -> new Refused("member", "Choose a member of the board"));
        if (!viewer.account().equals(seat.account()) && !boards.mayKeep(viewer, meeting.board())) {
            throw new NotYours();
        }
        if (!meeting.isOpen()) {
            throw new Refused("words", "The minutes have been cleared, so that nothing can be declared any more");
        }
        var before = rows.interestsIn(item).stream()
                .filter(one -> one.member().equals(member))
                .findFirst();
        if (before.isPresent() && !before.get().words().equals(words)) {
            throw new Refused(
                    "words",
                    seat.person() + " has withdrawn from this item already, with this interest: “"
                            + before.get().words() + "”. To word it otherwise, take that one back first");
        }
        if (rows.declare(item, member, words, Declarer.of(viewer), clock.instant())) {
            tell(
                    meeting,
                    of.restricted()
                            ? "recorded an interest in a restricted item"
                            : "recorded an interest of " + seat.name() + " in " + of.title()
                                    + "; they withdraw from it");
        }
    }

    /**
     * Takes back an interest that was declared by mistake: the member takes part in the item again, and the history says so.
     * It is for who declared it, and for the clerk. What is not there, or not any more, changes nothing.
     *
     * @throws Refused when a decision under the item has its outcome, or the minutes have left their draft
     */
    void takeBack(Viewer viewer, MeetingId id, AgendaItemId item, MembershipId member) {
        rows.hold(id);
        var meeting = rows.seenBy(viewer, id);
        var of = rows.item(viewer, item, LondonTime.today(clock));
        if (!id.equals(of.meeting())) {
            throw new NotFound();
        }
        var declared = rows.interestsIn(item).stream()
                .filter(one -> one.member().equals(member))
                .findFirst();
        if (declared.isEmpty()) {
            if (boards.seatOf(viewer, meeting.board()).isEmpty() && !boards.mayKeep(viewer, meeting.board())) {
                throw new NotYours();
            }
            return;
        }
        if (!declared.get().declaredBy().is(viewer) && !Boards.clerks(viewer, boards.get(meeting.board()))) {
            throw new NotYours();
        }
        if (!meeting.isOpen()) {
            throw new Refused("member", "The minutes have been cleared, so that the interest stands");
        }
        var decided = decisions.getIfAvailable();
        if (decided != null && decided.decidedUnder(item)) {
            throw new Refused("member", "A decision under this item has been made without them, so that it stands");
        }
        rows.takeBack(item, member);
        tell(
                meeting,
                of.restricted()
                        ? "took back an interest in a restricted item"
                        : "took back the interest of " + declared.get().who() + " in " + of.title()
                                + ", declared by mistake: " + declared.get().words());
    }

    private Meeting kept(Viewer viewer, MeetingId id) {
        rows.hold(id);
        var meeting = rows.seenBy(viewer, id);
        boards.requireKeeper(viewer, meeting.board());
        if (meeting.state() == Meeting.State.CANCELLED || meeting.minutes() == MinutesState.APPROVED) {
            throw new NotYours();
        }
        return meeting;
    }

    private void tell(Meeting meeting, String what) {
        events.publishEvent(meeting.happened(what, clock.instant()));
    }
}
