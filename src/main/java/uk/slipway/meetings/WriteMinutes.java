package uk.slipway.meetings;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.PublicAddress;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.partnership.Boards;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** Minutes are written item by item, cleared by the chair, circulated, and approved by the next meeting. */
@UseCase
class WriteMinutes {

    static final int LONGEST = 20_000;
    private static final Words WORDS = new Words();

    private final MeetingRows rows;
    private final Boards boards;
    private final Messages messages;
    private final PublicAddress address;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WriteMinutes(
            MeetingRows rows,
            Boards boards,
            Messages messages,
            PublicAddress address,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.messages = messages;
        this.address = address;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Saves the minute of one item.
     *
     * @return the version that is saved now
     * @throws MinuteConflict when somebody else saved it since, with both texts
     * @throws Refused when the minutes are no draft
     */
    long write(Viewer viewer, MeetingId id, AgendaItemId item, long version, String text) {
        var meeting = rows.seenBy(viewer, id);
        boards.requireKeeper(viewer, meeting.board());
        var now = rows.item(viewer, item, LondonTime.today(clock));
        if (!id.equals(now.meeting())) {
            throw new NotFound();
        }
        if (now.minute().equals(text)) {
            return now.minuteVersion();
        }
        if (meeting.state() != Meeting.State.HELD || meeting.minutes() != MinutesState.DRAFT) {
            throw new Refused("minute", "The minutes are not being written: record who came first, or ask the chair to"
                    + " return them to draft");
        }
        if (!rows.minute(item, version, text, viewer.name(), clock.instant())) {
            var theirs = rows.item(viewer, item, LondonTime.today(clock));
            throw new MinuteConflict(theirs.minute(), theirs.minuteBy(), theirs.minuteVersion());
        }
        return version + 1;
    }

    /**
     * The chair clears the draft.
     *
     * @throws Refused while an item that was not carried on has no minute
     */
    void clear(Viewer viewer, MeetingId id) {
        var meeting = held(viewer, id);
        if (!boards.mayChair(viewer, meeting.board())) {
            throw new NotYours();
        }
        if (meeting.minutes() != MinutesState.DRAFT) {
            return;
        }
        long missing = rows.items(viewer, id, LondonTime.today(clock)).stream()
                .filter(item -> !item.carried() && item.minute().isBlank())
                .count();
        if (missing > 0) {
            throw new Refused(
                    "minutes",
                    WORDS.count(missing, "item has", "items have") + " no minute yet. Write it, or carry the item on");
        }
        rows.moveMinutes(id, MinutesState.CLEARED, viewer.name() + ", " + viewer.actingAs(), clock.instant(), null);
        tell(meeting, "cleared the minutes");
    }

    /** The clerk or the chair sends cleared minutes to the members. */
    void circulate(Viewer viewer, MeetingId id) {
        var meeting = held(viewer, id);
        if (meeting.minutes() == MinutesState.CIRCULATED || meeting.minutes() == MinutesState.APPROVED) {
            return;
        }
        if (meeting.minutes() != MinutesState.CLEARED) {
            throw new Refused("minutes", "The chair has not cleared the minutes yet");
        }
        rows.moveMinutes(id, MinutesState.CIRCULATED, null, clock.instant(), null);
        tell(meeting, "circulated the minutes");
        for (var seat : boards.members(meeting.board(), LondonTime.today(clock))) {
            var email = seat.email();
            if (email != null && !seat.left()) {
                messages.send(
                        new Recipient(seat.person(), email),
                        "Minutes: " + meeting.boardName() + ", " + WORDS.shortDate(meeting.on()),
                        "Dear " + seat.person() + ",\n\nThe minutes of the meeting of " + WORDS.date(meeting.on())
                                + " are ready to read. The next meeting is asked to approve them.\n\n"
                                + address.of("/meetings/" + id.value()) + "\n");
            }
        }
    }

    /** The chair takes minutes back into draft, so that they can be corrected; approved ones stay. */
    void reopen(Viewer viewer, MeetingId id) {
        var meeting = held(viewer, id);
        if (meeting.minutes() == MinutesState.DRAFT) {
            return;
        }
        if (meeting.minutes() == MinutesState.APPROVED) {
            throw new Refused("minutes", "Approved minutes do not change. Minute the correction at the next meeting");
        }
        if (!boards.mayChair(viewer, meeting.board())) {
            throw new NotYours();
        }
        rows.moveMinutes(id, MinutesState.DRAFT, null, clock.instant(), null);
        tell(meeting, "returned the minutes to draft");
    }

    /**
     * A later meeting of the board approves the minutes; the public record appears.
     *
     * @throws Refused when they have not been circulated, or no later meeting has been held
     */
    void approve(Viewer viewer, MeetingId id) {
        var meeting = held(viewer, id);
        if (meeting.minutes() == MinutesState.APPROVED) {
            return;
        }
        if (meeting.minutes() != MinutesState.CIRCULATED) {
            throw new Refused("minutes", "The minutes have not been circulated yet");
        }
        var approving = rows.heldAfter(meeting)
                .orElseThrow(() -> new Refused("minutes", "A later meeting of the board has to be held first"));
        rows.moveMinutes(id, MinutesState.APPROVED, null, clock.instant(), approving.id());
        tell(meeting, "recorded that the meeting of " + WORDS.date(approving.on()) + " approved the minutes");
    }

    private Meeting held(Viewer viewer, MeetingId id) {
        rows.hold(id);
        var meeting = rows.seenBy(viewer, id);
        boards.requireKeeper(viewer, meeting.board());
        if (meeting.state() != Meeting.State.HELD) {
            throw new Refused("minutes", "The meeting has not been held");
        }
        return meeting;
    }

    private void tell(Meeting meeting, String what) {
        events.publishEvent(meeting.happened(what, clock.instant()));
    }
}
