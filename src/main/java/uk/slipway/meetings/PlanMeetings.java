package uk.slipway.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.PublicAddress;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** The clerk and the chair set meetings up: one or a series, by hand or like another one; they send the agenda out. */
@UseCase
class PlanMeetings {

    private static final Words WORDS = new Words();
    static final int MOST_IN_A_SERIES = 24;

    private final MeetingRows rows;
    private final Boards boards;
    private final Messages messages;
    private final PublicAddress address;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanMeetings(
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

    record Arranged(String title, LocalDate on, LocalTime starts, String place) {}

    /**
     * Sets up one meeting, or several of a series, so many weeks apart, each moved to the next working day. The first takes the
     * board's backlog if that is asked. The same id a second time changes nothing.
     *
     * @param count 1 for a single meeting
     */
    void plan(
            Viewer viewer,
            BoardId board,
            MeetingId first,
            Arranged typed,
            int count,
            int weeks,
            @Nullable String series,
            boolean withBacklog) {
        boards.requireKeeper(viewer, board);
        for (int number = 0; number < count; number++) {
            var day = number == 0 ? typed.on() : WorkingDays.onOrAfter(typed.on().plusWeeks((long) weeks * number));
            var id = number == 0 ? first : new MeetingId(next(first.value(), number));
            if (!rows.add(id, board, count > 1 ? series : null, typed, day)) {
                return;
            }
            if (number == 0 && withBacklog) {
                rows.take(
                        id,
                        rows.backlog(viewer, board, LondonTime.today(clock)).stream()
                                .map(AgendaItem::id)
                                .toList());
            }
            tell(id, "set the meeting up for " + WORDS.date(day));
        }
    }

    /** Ids of a series follow from the first one's, so that the same form sent twice makes the same meetings. */
    private static UUID next(UUID first, int number) {
        return new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() ^ ((long) number << 8));
    }

    /**
     * Sets a meeting up like another one: its title, place and agenda, without papers and minutes.
     *
     * @return the new meeting
     */
    MeetingId duplicate(Viewer viewer, MeetingId like, MeetingId id, LocalDate on) {
        var model = kept(viewer, like);
        var typed = new Arranged(model.title(), on, model.starts(), model.place());
        if (rows.add(id, model.board(), model.series(), typed, on)) {
            rows.copyItems(like, id);
            tell(id, "set the meeting up like that of " + WORDS.date(model.on()));
        }
        return id;
    }

    /**
     * Moves a meeting, or renames it.
     *
     * @throws EditConflict when somebody changed it since, or it has been held or cancelled
     */
    void change(Viewer viewer, MeetingId id, long version, Arranged typed) {
        var meeting = kept(viewer, id);
        if (typed.equals(new Arranged(meeting.title(), meeting.on(), meeting.starts(), meeting.place()))) {
            return;
        }
        if (meeting.version() != version || meeting.state() != Meeting.State.PLANNED) {
            throw new EditConflict();
        }
        rows.arrange(id, typed);
        tell(id, "arranged the meeting for " + WORDS.date(typed.on()) + ", " + WORDS.time(typed.starts()) + ", "
                + typed.place());
    }

    /** Calls a meeting off; what was on its agenda waits in the backlog. */
    void cancel(Viewer viewer, MeetingId id, String reason) {
        var meeting = kept(viewer, id);
        if (meeting.state() == Meeting.State.CANCELLED) {
            return;
        }
        if (meeting.state() == Meeting.State.HELD) {
            throw new NotYours();
        }
        rows.cancel(id, reason);
        rows.items(viewer, id, LondonTime.today(clock)).forEach(item -> rows.putBack(item.id()));
        tell(id, "cancelled the meeting: " + reason);
        if (meeting.issuedAt() != null) {
            write(meeting, "Cancelled: ", "The meeting has been cancelled: " + reason);
        }
    }

    /** Sends the agenda out: every member with an account gets a message. A second time within the day sends none. */
    void issue(Viewer viewer, MeetingId id) {
        var meeting = kept(viewer, id);
        if (meeting.state() != Meeting.State.PLANNED
                || rows.items(viewer, id, LondonTime.today(clock)).isEmpty()) {
            throw new Refused("agenda", "Put at least one item on the agenda first");
        }
        var issued = meeting.issuedAt();
        if (issued != null && LondonTime.dayOf(issued).equals(LondonTime.today(clock))) {
            return;
        }
        rows.issue(id, clock.instant());
        tell(id, issued == null ? "sent the agenda out" : "sent the agenda out again");
        write(meeting, issued == null ? "Agenda: " : "Agenda changed: ", "The agenda and papers are ready.");
    }

    private void write(Meeting meeting, String subject, String what) {
        for (var seat : boards.members(meeting.board(), meeting.on())) {
            var email = seat.email();
            if (email != null && !seat.left()) {
                messages.send(
                        new Recipient(seat.person(), email),
                        subject + meeting.boardName() + ", " + WORDS.shortDate(meeting.on()),
                        "Dear " + seat.person() + ",\n\n" + what + "\n\n" + meeting.title() + "\n"
                                + WORDS.date(meeting.on()) + ", " + WORDS.time(meeting.starts()) + ", "
                                + meeting.place() + "\n\n"
                                + address.of("/meetings/" + meeting.id().value()) + "\n");
            }
        }
    }

    private Meeting kept(Viewer viewer, MeetingId id) {
        rows.hold(id);
        var meeting = rows.seenBy(viewer, id);
        boards.requireKeeper(viewer, meeting.board());
        return meeting;
    }

    private void tell(MeetingId id, String what) {
        events.publishEvent(new Meeting.Happened(id.value(), what, clock.instant()));
    }
}
