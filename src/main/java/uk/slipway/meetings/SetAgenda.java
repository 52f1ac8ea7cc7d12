package uk.slipway.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MembershipId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;

/** The clerk and the chair put items on an agenda, order them, and carry on what was not reached. */
@UseCase
class SetAgenda {

    private final MeetingRows rows;
    private final Boards boards;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetAgenda(MeetingRows rows, Boards boards, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.events = events;
        this.clock = clock;
    }

    /** At most one of lead and leadName is given. */
    record ItemTyped(
            ItemKind kind,
            String title,
            @Nullable String note,
            @Nullable MembershipId lead,
            @Nullable String leadName,
            int minutes,
            boolean restricted) {}

    /** Puts an item on a meeting's agenda; the same id a second time changes nothing. */
    void add(Viewer viewer, MeetingId id, AgendaItemId item, ItemTyped typed) {
        var meeting = open(viewer, id);
        if (rows.addItem(item, meeting.board(), id, typed)) {
            tell(meeting, typed, "put an item on the agenda");
        }
    }

    /** Puts an item into a board's backlog, where it waits for a meeting; the same id a second time changes nothing. */
    void addToBacklog(Viewer viewer, BoardId board, AgendaItemId item, ItemTyped typed) {
        boards.requireKeeper(viewer, board);
        rows.addItem(item, board, null, typed);
    }

    /** @throws EditConflict when somebody changed it since */
    void change(Viewer viewer, MeetingId id, AgendaItemId item, long version, ItemTyped typed) {
        var meeting = open(viewer, id);
        var now = inMeeting(viewer, id, item);
        if (typed.equals(of(now))) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        rows.changeItem(item, typed);
        tell(meeting, typed, "changed an item of the agenda");
    }

    static ItemTyped of(AgendaItem item) {
        return new ItemTyped(
                item.kind(),
                item.title(),
                item.note(),
                item.lead(),
                item.lead() == null ? item.leadName() : null,
                item.minutesAllotted(),
                item.restricted());
    }

    /** Moves an item up, or down, by one place; at the end of the list nothing changes. */
    void move(Viewer viewer, MeetingId id, AgendaItemId item, long version, boolean up) {
        open(viewer, id);
        var now = inMeeting(viewer, id, item);
        if (now.version() != version) {
            return;
        }
        var order = new ArrayList<>(
                rows.items(viewer, id, today()).stream().map(AgendaItem::id).toList());
        int at = order.indexOf(item);
        int to = up ? at - 1 : at + 1;
        if (to >= 0 && to < order.size()) {
            Collections.swap(order, at, to);
            rows.order(order, item);
        }
    }

    /** Takes chosen items of the backlog onto the agenda. */
    void take(Viewer viewer, MeetingId id, Set<AgendaItemId> chosen) {
        var meeting = open(viewer, id);
        var taken = rows.backlog(viewer, meeting.board(), today()).stream()
                .map(AgendaItem::id)
                .filter(chosen::contains)
                .toList();
        if (taken.isEmpty()) {
            return;
        }
        rows.take(id, taken);
        events.publishEvent(meeting.happened("took items from the backlog onto the agenda", clock.instant()));
    }

    /**
     * Carries an item on: before the meeting it goes back into the backlog, after it has begun it stays, marked as carried,
     * and goes on in the backlog.
     */
    void carry(Viewer viewer, MeetingId id, AgendaItemId item) {
        var meeting = open(viewer, id);
        var now = inMeeting(viewer, id, item);
        if (now.carried()) {
            return;
        }
        if (meeting.state() == Meeting.State.HELD) {
            rows.carry(item);
        } else {
            rows.putBack(item);
        }
        tell(meeting, of(now), "carried an item to the next meeting");
    }

    /** What is restricted is not named in the history, which all members read. */
    private void tell(Meeting meeting, ItemTyped typed, String what) {
        events.publishEvent(meeting.happened(
                typed.restricted() ? what + " (restricted)" : what + ": " + typed.title(), clock.instant()));
    }

    private AgendaItem inMeeting(Viewer viewer, MeetingId meeting, AgendaItemId id) {
        var item = rows.item(viewer, id, today());
        if (!meeting.equals(item.meeting())) {
            throw new uk.slipway.web.NotFound();
        }
        return item;
    }

    /** A meeting whose agenda may still change: it is not cancelled, and its minutes are a draft. */
    private Meeting open(Viewer viewer, MeetingId id) {
        rows.hold(id);
        var meeting = rows.seenBy(viewer, id);
        boards.requireKeeper(viewer, meeting.board());
        if (!meeting.isOpen()) {
            throw new NotYours();
        }
        return meeting;
    }

    private LocalDate today() {
        return LondonTime.today(clock);
    }
}
