package uk.slipway.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.BoardRole;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.Declarer;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Protocol;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** Votes, interests, and the decision itself: made only where the board may make it. */
@UseCase
class MakeDecision {

    private static final Words WORDS = new Words();
    private static final String ANOTHER =
            "It was put to the board again after you opened this page. Read what it says now, and answer again";

    private final DecisionRows rows;
    private final Ballot ballot;
    private final Boards boards;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MakeDecision(DecisionRows rows, Ballot ballot, Boards boards, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.ballot = ballot;
        this.boards = boards;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Casts the vote of a seat: by its member or who stands in for them; in a meeting also by who writes the minutes, and in
     * writing by them for a member without an account. The same vote a second time changes nothing.
     *
     * @param version of the decision that the voter read: it may have been deferred and put again in other words
     * @throws Refused when it was put again since, the seat has withdrawn, has voted otherwise, has no vote, or the deadline
     *     has passed
     */
    void vote(
            Viewer viewer,
            DecisionId id,
            long version,
            MembershipId seat,
            Vote.Answer answer,
            @Nullable String dissent) {
        rows.hold(id);
        var decision = rows.seenBy(viewer, id);
        var standing = ballot.of(decision);
        boolean keeps = boards.mayKeep(viewer, decision.board());
        var voter = standing.voters().stream()
                .filter(one -> one.seat().id().equals(seat))
                .findFirst()
                .orElse(null);
        if (voter == null) {
            if (!boards.maySeeBusiness(viewer, decision.board())) {
                throw new NotYours();
            }
            throw new Refused("member", "This seat has no vote on the decision");
        }
        boolean own =
                voter.voter() != null && viewer.account().equals(voter.voter().account());
        boolean onBehalf = keeps && (standing.inMeeting() || voter.seat().account() == null);
        if (!own && !onBehalf) {
            throw new NotYours();
        }
        if (decision.protocol() == Protocol.CHAIR_ACTION) {
            throw new Refused("member", "The chair decides alone: there is no vote");
        }
        if (decision.state() != DecisionState.CIRCULATED) {
            throw new Refused("member", "The decision is not open for votes");
        }
        if (standing.waits() != null) {
            throw new Refused("member", standing.waits());
        }
        if (decision.deadline() != null && LondonTime.today(clock).isAfter(decision.deadline())) {
            throw new Refused("member", "The last day to answer was " + WORDS.date(decision.deadline()));
        }
        if (decision.version() != version) {
            throw new Refused("answer", ANOTHER);
        }
        if (voter.withdrew()) {
            throw new Refused(
                    "member", voter.by() + " has declared an interest and withdrawn, and has no vote on this decision");
        }
        var before = standing.votes().stream()
                .filter(vote -> vote.member().equals(seat))
                .findFirst();
        if (before.isPresent()) {
            if (before.get().answer() == answer && Objects.equals(before.get().dissent(), dissent)) {
                return;
            }
            throw new Refused("member", voter.by() + " has voted already, and votes once");
        }
        if (rows.vote(id, seat, answer, dissent, viewer.name() + ", " + viewer.actingAs(), clock.instant())) {
            tell(id, "recorded the vote of " + voter.by());
        }
    }

    /**
     * Declares an interest in a decision that is not made in a meeting: the member withdraws from it, and a vote they have
     * given does not count. The same a second time changes nothing.
     *
     * @throws Refused when it is decided, when the member has declared another interest, or under an item of a meeting, where the item's interests count
     */
    void declare(Viewer viewer, DecisionId id, MembershipId seat, String words) {
        rows.hold(id);
        var decision = rows.seenBy(viewer, id);
        if (!boards.maySeeBusiness(viewer, decision.board())) {
            throw new NotYours();
        }
        var voter = ballot.of(decision).voters().stream()
                .filter(one -> one.seat().id().equals(seat))
                .findFirst()
                .orElseThrow(() -> new Refused("interested", "Choose a voting member"));
        if (!viewer.account().equals(voter.seat().account()) && !boards.mayKeep(viewer, decision.board())) {
            throw new NotYours();
        }
        if (!decision.state().isOpen()) {
            throw new Refused("interest", "The decision has been made");
        }
        var before = rows.interests(id).stream()
                .filter(one -> one.member().equals(seat))
                .findFirst();
        if (before.isPresent() && !before.get().words().equals(words)) {
            throw new Refused(
                    "interest",
                    voter.seat().person() + " has withdrawn from this decision already, with this interest: “"
                            + before.get().words() + "”. To word it otherwise, take that one back first");
        }
        if (rows.declare(id, seat, words, Declarer.of(viewer), clock.instant())) {
            tell(id, "recorded an interest of " + voter.seat().name() + ", who withdraws");
        }
    }

    /**
     * Takes back an interest that was declared by mistake in a decision outside a meeting: the member has their vote again,
     * and the history says so. It is for who declared it, and for the clerk. What is not there changes nothing.
     *
     * @throws Refused when the decision has an outcome
     */
    void takeBack(Viewer viewer, DecisionId id, MembershipId seat) {
        rows.hold(id);
        var decision = rows.seenBy(viewer, id);
        if (!boards.maySeeBusiness(viewer, decision.board())) {
            throw new NotYours();
        }
        var declared = rows.interests(id).stream()
                .filter(one -> one.member().equals(seat))
                .findFirst();
        if (declared.isEmpty()) {
            if (boards.seatOf(viewer, decision.board()).isEmpty() && !boards.mayKeep(viewer, decision.board())) {
                throw new NotYours();
            }
            return;
        }
        if (!mayTakeBack(viewer, declared.get(), Boards.clerks(viewer, boards.get(decision.board())))) {
            throw new NotYours();
        }
        if (!decision.state().isOpen()) {
            throw new Refused("interested", "The decision has been made without them, so that the interest stands");
        }
        rows.takeBack(id, seat);
        tell(
                id,
                "took back the interest of " + declared.get().who() + ", declared by mistake: "
                        + declared.get().words());
    }

    static boolean mayTakeBack(Viewer viewer, DecisionRows.Declared declared, boolean clerk) {
        return clerk || declared.declaredBy().is(viewer);
    }

    /**
     * Makes the decision, as the protocol counts it. Nothing else changes what was decided: a new decision supersedes it.
     *
     * @param version of the decision that was read
     * @throws Refused when it was put again since, it is not quorate, no clause covers it, members may still answer, or what it supersedes does not
     *     stand any more
     */
    void decide(Viewer viewer, DecisionId id, long version) {
        rows.hold(id);
        var decision = rows.seenBy(viewer, id);
        var standing = ballot.of(decision);
        requireDecider(viewer, decision, standing);
        if (decision.state().isMade()) {
            return;
        }
        if (decision.state() != DecisionState.CIRCULATED) {
            throw new Refused("state", "Put it to the board first");
        }
        if (decision.version() != version) {
            throw new Refused("state", ANOTHER);
        }
        if (standing.waits() != null) {
            throw new Refused("state", standing.waits());
        }
        if (decision.written() && !answeredOrOver(decision, standing)) {
            throw new Refused("state", "Members may answer until " + WORDS.date(decision.deadline()));
        }
        var legality = standing.legality();
        if (!legality.quorate()) {
            throw new Refused(
                    "state", "The board cannot decide this. " + legality.quorum() + " Defer it, or take it in writing");
        }
        if (!legality.withinRemit() && decision.protocol() != Protocol.ADVISORY) {
            throw new Refused(
                    "state",
                    "The board cannot decide this. " + legality.remit()
                            + " Withdraw it and propose it as advice, or set new terms first");
        }
        int against = standing.count(Vote.Answer.AGAINST);
        int abstain = standing.count(Vote.Answer.ABSTAIN);
        int votesFor = decision.protocol() == Protocol.CONSENSUS && !decision.written()
                ? legality.partTaken() - against - abstain
                : standing.count(Vote.Answer.FOR);
        boolean carried = switch (decision.protocol()) {
            case CONSENSUS -> against == 0 && votesFor > 0;
            case MAJORITY -> votesFor > against;
            case ADVISORY -> votesFor >= against;
            case CHAIR_ACTION -> true;
        };
        if (decision.protocol() == Protocol.MAJORITY && votesFor + against + abstain == 0) {
            throw new Refused("state", "Record the votes first");
        }
        if (carried && decision.supersedes() != null && !rows.supersede(decision.supersedes())) {
            throw new Refused(
                    "state",
                    "Decision " + decision.supersedesNumber()
                            + " has been superseded by another meanwhile. Withdraw this one, and propose one that"
                            + " supersedes that other");
        }
        try {
            rows.decide(
                    id,
                    carried,
                    new Decision.Outcome(
                            clock.instant(),
                            viewer.name() + ", " + viewer.actingAs(),
                            legality.partTaken(),
                            legality.needed(),
                            votesFor,
                            against,
                            abstain,
                            legality.inWords(),
                            standing.conflicts().isEmpty() ? null : String.join("\n", standing.conflicts())));
        } catch (DuplicateKeyException twice) {
            throw new Refused("state", "Another decision has superseded the same one meanwhile");
        }
        tell(id, carried ? "recorded that it was carried" : "recorded that it was not carried");
    }

    private void requireDecider(Viewer viewer, Decision decision, Ballot.Standing standing) {
        if (decision.protocol() != Protocol.CHAIR_ACTION) {
            if (!boards.mayKeep(viewer, decision.board())) {
                throw new NotYours();
            }
            return;
        }
        var seat = boards.seatOf(viewer, decision.board())
                .filter(own -> own.role() == BoardRole.CHAIR || own.role() == BoardRole.VICE_CHAIR)
                .orElseThrow(NotYours::new);
        if (standing.withdrawn().contains(seat.id())) {
            throw new Refused("state", "You have an interest in this. The vice chair decides, or the board");
        }
        boolean chairWithdrew = standing.voters().stream()
                .anyMatch(voter -> voter.seat().role() == BoardRole.CHAIR && voter.withdrew());
        boolean chairThere =
                standing.voters().stream().anyMatch(voter -> voter.seat().role() == BoardRole.CHAIR);
        if (seat.role() == BoardRole.VICE_CHAIR && chairThere && !chairWithdrew) {
            throw new Refused("state", "The chair decides this: the vice chair only where the chair has an interest");
        }
    }

    private boolean answeredOrOver(Decision decision, Ballot.Standing standing) {
        return answeredOrOver(decision, standing, LondonTime.today(clock));
    }

    /** Whether a written procedure can be closed: everybody who may has answered, or the last day is over. */
    static boolean answeredOrOver(Decision decision, Ballot.Standing standing, LocalDate today) {
        var deadline = Objects.requireNonNull(decision.deadline());
        return today.isAfter(deadline)
                || standing.voters().stream()
                        .filter(voter -> !voter.withdrew())
                        .allMatch(voter -> standing.votes().stream()
                                .anyMatch(vote ->
                                        vote.member().equals(voter.seat().id())));
    }

    /** How a decision that is open can be stopped. */
    enum Stop {
        /** It can be put to the board again. */
        DEFER,
        /** For good. */
        WITHDRAW
    }

    /** Defers a decision, or withdraws it. */
    void stop(Viewer viewer, DecisionId id, Stop how, String reason) {
        var to = how == Stop.DEFER ? DecisionState.DEFERRED : DecisionState.WITHDRAWN;
        rows.hold(id);
        var decision = kept(viewer, id);
        if (decision.state() == to) {
            return;
        }
        if (!decision.state().isOpen()) {
            throw new Refused("reason", "It is no longer open. A new decision can supersede it");
        }
        rows.stop(id, to, reason);
        tell(id, (to == DecisionState.DEFERRED ? "deferred it: " : "withdrew it: ") + reason);
    }

    /** Says that what was decided has been done. */
    void implemented(Viewer viewer, DecisionId id) {
        rows.hold(id);
        var decision = kept(viewer, id);
        if (decision.state() == DecisionState.DECIDED && Boolean.TRUE.equals(decision.carried())) {
            rows.implemented(id, clock.instant());
            tell(id, "recorded that it has been carried out");
        }
    }

    /** Says what was found when the board looked at it again. */
    void reviewed(Viewer viewer, DecisionId id, String review) {
        rows.hold(id);
        var decision = kept(viewer, id);
        if (decision.state() == DecisionState.REVIEWED && review.equals(decision.review())) {
            return;
        }
        if (decision.state() != DecisionState.DECIDED && decision.state() != DecisionState.IMPLEMENTED) {
            throw new Refused("review", "Only a decision that stands, and has not been looked at again, is looked at");
        }
        rows.reviewed(id, review);
        tell(id, "recorded what was found when it was looked at again");
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
