package uk.slipway.partnership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.OrganisationId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.Words;

/** The co-ordinator says who sits on a board, for whom, as what and for how long. */
@UseCase
class KeepMembers {

    private static final Words WORDS = new Words();

    private final Boards boards;
    private final BoardRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepMembers(Boards boards, BoardRows rows, ApplicationEventPublisher events, Clock clock) {
        this.boards = boards;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** One of organisation and organisationName is given, and one of account and person. */
    record SeatTyped(
            @Nullable OrganisationId organisation,
            @Nullable String organisationName,
            UUID memberType,
            @Nullable AccountId account,
            @Nullable String person,
            BoardRole role,
            boolean voting,
            DateSpan term) {}

    /**
     * Gives somebody a seat; the same id a second time changes nothing.
     *
     * @throws Refused when the board has a chair in that term, or the person a seat
     */
    void add(Viewer viewer, BoardId id, MembershipId seat, SeatTyped typed) {
        clerked(viewer, id);
        check(id, seat, typed);
        if (rows.seat(seat, id, typed)) {
            var added = boards.seat(id, seat);
            tell(id, "gave " + added.name() + " a seat as " + lower(typed.role()) + " from "
                    + WORDS.shortDate(typed.term().from()));
        }
    }

    /**
     * Changes a seat, or ends it by its last day.
     *
     * @throws EditConflict when somebody changed it since
     * @throws Refused when the board has a chair in that term, or the person another seat
     */
    void change(Viewer viewer, BoardId id, MembershipId seat, long version, SeatTyped typed) {
        clerked(viewer, id);
        var now = boards.seat(id, seat);
        if (typed.equals(of(now))) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        check(id, seat, typed);
        rows.change(seat, typed);
        LocalDate last = typed.term().until();
        tell(id, "changed the seat of " + boards.seat(id, seat).name()
                + (last == null ? "" : "; its term ends on " + WORDS.shortDate(last)));
    }

    /** A seat as the form of it types it. */
    static SeatTyped of(Seat seat) {
        return new SeatTyped(
                seat.organisation(),
                seat.organisation() == null ? seat.organisationName() : null,
                seat.memberType(),
                seat.account(),
                seat.account() == null ? seat.person() : null,
                seat.role(),
                seat.voting(),
                seat.term());
    }

    private void check(BoardId board, MembershipId seat, SeatTyped typed) {
        for (var other : boards.everyMember(board)) {
            if (other.id().equals(seat) || !overlap(other.term(), typed.term())) {
                continue;
            }
            if (typed.role() == BoardRole.CHAIR && other.role() == BoardRole.CHAIR) {
                throw new Refused(
                        "role", other.name() + " is the chair in this term. End that seat first, or choose vice chair");
            }
            if (typed.account() != null && typed.account().equals(other.account())) {
                throw new Refused("email", other.person() + " has a seat on this board in this term");
            }
        }
    }

    private static boolean overlap(DateSpan one, DateSpan other) {
        return (one.until() == null || !one.until().isBefore(other.from()))
                && (other.until() == null || !other.until().isBefore(one.from()));
    }

    private void clerked(Viewer viewer, BoardId id) {
        rows.hold(id);
        if (!Boards.clerks(viewer, boards.get(id))) {
            throw new NotFound();
        }
    }

    private static String lower(BoardRole role) {
        return role.inWords().toLowerCase(java.util.Locale.UK);
    }

    private void tell(BoardId board, String what) {
        events.publishEvent(new Board.Happened(board.value(), what, clock.instant()));
    }
}
