package uk.slipway.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.PublicAddress;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.meetings.AgendaItemId;
import uk.slipway.meetings.Agendas;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MadeForBoard;
import uk.slipway.partnership.Protocol;
import uk.slipway.partnership.Terms;
import uk.slipway.threads.Links;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** The clerk and the chair word a decision and put it to the board, in a meeting or in writing. */
@UseCase
class ProposeDecision {

    private static final Words WORDS = new Words();

    private final DecisionRows rows;
    private final Ballot ballot;
    private final Boards boards;
    private final Agendas agendas;
    private final ObjectProvider<MadeForBoard> made;
    private final Links links;
    private final Messages messages;
    private final PublicAddress address;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProposeDecision(
            DecisionRows rows,
            Ballot ballot,
            Boards boards,
            Agendas agendas,
            ObjectProvider<MadeForBoard> made,
            Links links,
            Messages messages,
            PublicAddress address,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ballot = ballot;
        this.boards = boards;
        this.agendas = agendas;
        this.made = made;
        this.links = links;
        this.messages = messages;
        this.address = address;
        this.events = events;
        this.clock = clock;
    }

    record Proposal(
            @Nullable AgendaItemId item,
            boolean restricted,
            Decision.Words words,
            Protocol protocol,
            @Nullable UUID clause,
            @Nullable LocalDate lookAgainOn,
            @Nullable DecisionId supersedes) {}

    /**
     * Enters a proposal in the board's register; the same id a second time changes nothing.
     *
     * @param from what it is made from, such as a priority of the board, or null
     * @throws Refused when the board has no terms, does not use the protocol, or what is to be superseded does not stand
     * @throws NotFound when the board has nothing like what it is made from
     */
    void propose(Viewer viewer, BoardId board, DecisionId id, Proposal typed, @Nullable RecordRef from) {
        boards.requireKeeper(viewer, board);
        if (typed.item() != null) {
            var item = agendas.item(viewer, typed.item());
            if (!item.board().equals(board)) {
                throw new NotFound();
            }
        }
        if (rows.find(id).isPresent()) {
            return;
        }
        var terms = terms(board, typed);
        standing(viewer, board, typed.supersedes());
        if (rows.propose(id, board, typed, terms.id(), viewer.name() + ", " + viewer.actingAs(), clock.instant())) {
            tell(id, "proposed the decision");
            if (from != null) {
                if (made.stream()
                        .filter(room -> room.kind().equals(from.kind()))
                        .flatMap(room -> room.of(viewer, board).stream())
                        .noneMatch(origin -> origin.record().equals(from))) {
                    throw new NotFound();
                }
                links.choose(from, Decision.refOf(id), null, viewer);
            }
        }
    }

    /**
     * Changes the words of a proposal before it is put to the board; one that was deferred is a proposal again.
     *
     * @throws EditConflict when somebody changed it since, or it has been put to the board
     */
    void change(Viewer viewer, DecisionId id, long version, Proposal typed) {
        rows.hold(id);
        var now = kept(viewer, id);
        if (typed.equals(of(now)) && now.state() == DecisionState.PROPOSED) {
            return;
        }
        if (now.version() != version || !now.state().isDraft()) {
            throw new EditConflict();
        }
        var terms = terms(now.board(), typed);
        standing(viewer, now.board(), typed.supersedes());
        rows.change(id, typed, terms.id());
        tell(id, "changed the proposal");
    }

    static Proposal of(Decision decision) {
        return new Proposal(
                decision.item(),
                decision.restricted(),
                decision.words(),
                decision.protocol(),
                decision.clause(),
                decision.lookAgainOn(),
                decision.supersedes());
    }

    /**
     * Puts a proposal to the board: its words do not change any more. In writing every voting member gets a message.
     *
     * @param deadline the last day of a written procedure, or null in a meeting and for the chair's action
     * @throws Refused when there is no meeting to take it in, or the deadline is not ahead
     */
    void circulate(Viewer viewer, DecisionId id, @Nullable LocalDate deadline) {
        rows.hold(id);
        var now = kept(viewer, id);
        if (now.state() == DecisionState.CIRCULATED) {
            return;
        }
        if (!now.state().isDraft()) {
            throw new Refused("state", "It is " + now.state().inWords().toLowerCase(java.util.Locale.UK) + " already");
        }
        boolean alone = !now.protocol().needsAQuorum();
        if (deadline == null && !alone) {
            var open = now.item() == null
                    ? null
                    : agendas.find(now.item()).filter(Agendas.Item::open).orElse(null);
            if (open == null) {
                throw new Refused(
                        "deadline",
                        "No meeting is open for it: give the last day on which members may answer in writing");
            }
        }
        if (deadline != null && deadline.isBefore(LondonTime.today(clock))) {
            throw new Refused("deadline", "The last day to answer must be today or later");
        }
        rows.circulate(id, deadline != null && !alone, alone ? null : deadline, clock.instant());
        tell(
                id,
                deadline == null || alone
                        ? "put the decision to the board"
                        : "put the decision to the board in writing, to be answered by " + WORDS.date(deadline));
        if (deadline != null && !alone) {
            write(rows.find(id).orElseThrow(NotFound::new));
        }
    }

    private void write(Decision decision) {
        for (var voter : ballot.of(decision).voters()) {
            var email = voter.seat().email();
            if (email != null) {
                messages.send(
                        new Recipient(voter.seat().person(), email),
                        "Your vote: " + decision.boardName() + ", " + decision.reference(),
                        "Dear " + voter.seat().person() + ",\n\n" + decision.boardName()
                                + " is asked to decide in writing. Please answer by " + WORDS.date(decision.deadline())
                                + ".\n\n"
                                + address.of("/decisions/" + decision.id().value()) + "\n");
            }
        }
    }

    private Terms terms(BoardId board, Proposal typed) {
        var terms = boards.termsOn(board, LondonTime.today(clock))
                .orElseThrow(() ->
                        new Refused("protocol", "The board has set no terms yet, and decides nothing until then"));
        if (!terms.protocols().containsKey(typed.protocol())) {
            throw new Refused(
                    "protocol",
                    "The board’s terms do not use " + typed.protocol().inWords());
        }
        if (typed.clause() != null
                && terms.remit().stream().noneMatch(clause -> clause.id().equals(typed.clause()))) {
            throw new Refused("clause", "Choose a clause of version " + terms.number() + " of the terms");
        }
        return terms;
    }

    private void standing(Viewer viewer, BoardId board, @Nullable DecisionId supersedes) {
        if (supersedes != null
                && rows.standing(viewer, board).stream()
                        .noneMatch(one -> one.id().equals(supersedes))) {
            throw new Refused("supersedes", "That decision does not stand any more: choose the one that superseded it");
        }
    }

    private Decision kept(Viewer viewer, DecisionId id) {
        var decision = rows.seenBy(viewer, id);
        if (!boards.mayKeep(viewer, decision.board())) {
            throw new NotYours();
        }
        return decision;
    }

    private void tell(DecisionId id, String what) {
        events.publishEvent(new Decision.Happened(id.value(), what, clock.instant()));
    }
}
