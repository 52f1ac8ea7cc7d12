package uk.slipway.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Seat;
import uk.slipway.web.NotFound;

/** Agendas as the rooms above read them: which item it is, who takes part in it, and the next meeting. */
@Component
public class Agendas {

    private final MeetingRows rows;
    private final Boards boards;
    private final Clock clock;

    Agendas(MeetingRows rows, Boards boards, Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.clock = clock;
    }

    /**
     * An item of a meeting.
     *
     * @param on the day of the meeting
     * @param held whether who came has been recorded
     * @param open whether something may still be decided under it: the minutes have not been cleared
     */
    public record Item(
            AgendaItemId id,
            MeetingId meeting,
            BoardId board,
            String title,
            LocalDate on,
            boolean restricted,
            boolean held,
            boolean open) {}

    /**
     * A voting seat that is filled at a meeting.
     *
     * @param by who votes: the member, or a deputy in their place
     * @param voter the deputy's own seat where one of the board stands in, else the member's
     * @param withdrew whether the member, or who stands in for them, declared an interest in the item
     */
    public record TakesPart(Seat seat, String by, @Nullable Seat voter, boolean withdrew) {}

    /** @throws NotFound when the viewer may not see it, or it waits in the backlog */
    public Item item(Viewer viewer, AgendaItemId id) {
        var item = rows.item(viewer, id, LondonTime.today(clock));
        return with(item).orElseThrow(NotFound::new);
    }

    /** Whatever it is: for the rules of who may see a decision the caller has asked before. */
    public Optional<Item> find(AgendaItemId id) {
        return rows.anyItem(id, LondonTime.today(clock)).flatMap(this::with);
    }

    private Optional<Item> with(AgendaItem item) {
        return item.meeting() == null
                ? Optional.empty()
                : rows.find(item.meeting())
                        .map(meeting -> new Item(
                                item.id(),
                                meeting.id(),
                                item.board(),
                                item.title(),
                                meeting.on(),
                                item.restricted(),
                                meeting.state() == Meeting.State.HELD,
                                meeting.isOpen()));
    }

    /** The voting seats that are filled at the item's meeting, with who has withdrawn from the item. Four statements. */
    public List<TakesPart> takingPart(Item item) {
        var seats = boards.members(item.board(), item.on()).stream()
                .collect(Collectors.toMap(
                        Seat::id, Function.identity(), (one, other) -> one, java.util.LinkedHashMap::new));
        var withdrawn =
                rows.interestsIn(item.id()).stream().map(Interest::member).collect(Collectors.toSet());
        var parts = new ArrayList<TakesPart>();
        var came = rows.attendance(item.meeting()).stream()
                .filter(Attendance::takesPart)
                .collect(Collectors.toMap(Attendance::member, Function.identity()));
        for (var seat : seats.values()) {
            var line = came.get(seat.id());
            if (line == null || !seat.counts()) {
                continue;
            }
            var deputy = line.deputy();
            boolean withdrew = withdrawn.contains(seat.id()) || deputy != null && withdrawn.contains(deputy);
            if (line.status() == Attendance.Status.DEPUTY) {
                parts.add(new TakesPart(
                        seat,
                        String.valueOf(line.deputyName()) + " for " + seat.person(),
                        deputy == null ? null : seats.get(deputy),
                        withdrew));
            } else {
                parts.add(new TakesPart(seat, seat.person(), seat, withdrew));
            }
        }
        return parts;
    }

    /** The interests declared in an item, as sentences. */
    public List<String> interests(AgendaItemId item) {
        return rows.interestsIn(item).stream()
                .map(interest -> interest.who() + ": " + interest.words())
                .toList();
    }

    /** The members who withdrew from an item. */
    public List<MembershipId> withdrawn(AgendaItemId item) {
        return rows.interestsIn(item).stream().map(Interest::member).toList();
    }

    /** Where the item's meeting is. */
    public static String address(MeetingId meeting) {
        return "/meetings/" + meeting.value();
    }

    /** The next meeting of a board, as a sentence; empty where none is planned. */
    public Optional<String> next(BoardId board) {
        return rows.next(board, LondonTime.today(clock)).map(meeting -> new uk.slipway.web.Words().date(meeting.on()));
    }
}
