package uk.slipway.decisions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.LondonTime;
import uk.slipway.meetings.Agendas;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Seat;
import uk.slipway.partnership.Terms;
import uk.slipway.web.NotFound;

/** Who may vote on a decision, who has withdrawn from it, and what that means for its quorum. */
@Component
class Ballot {

    private final DecisionRows rows;
    private final Boards boards;
    private final Agendas agendas;
    private final java.time.Clock clock;

    Ballot(DecisionRows rows, Boards boards, Agendas agendas, java.time.Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.agendas = agendas;
        this.clock = clock;
    }

    /**
     * A seat that may vote.
     *
     * @param by who votes for it: the member, or a deputy
     * @param voter whose account may cast the vote, or null where nobody's may
     * @param withdrew whether it has withdrawn for an interest
     */
    record Voter(Seat seat, String by, @Nullable Seat voter, boolean withdrew) {}

    /**
     * How things stand with a decision that has been put to the board.
     *
     * @param inMeeting whether it is taken in a meeting that is being held
     * @param waits why nothing can be decided now, or null
     */
    record Standing(
            List<Voter> voters,
            List<Vote> votes,
            List<String> conflicts,
            Terms terms,
            Legality legality,
            boolean inMeeting,
            @Nullable String waits) {

        Set<MembershipId> withdrawn() {
            var withdrawn = new HashSet<MembershipId>();
            voters.stream()
                    .filter(Voter::withdrew)
                    .forEach(voter -> withdrawn.add(voter.seat().id()));
            return withdrawn;
        }

        /** The votes that count: of voters who have not withdrawn. */
        List<Vote> counted() {
            var may = new HashSet<MembershipId>();
            voters.stream()
                    .filter(voter -> !voter.withdrew())
                    .forEach(voter -> may.add(voter.seat().id()));
            return votes.stream().filter(vote -> may.contains(vote.member())).toList();
        }

        int count(Vote.Answer answer) {
            return (int)
                    counted().stream().filter(vote -> vote.answer() == answer).count();
        }
    }

    /** A fixed number of statements, whatever the number of members. */
    Standing of(Decision decision) {
        var terms = boards.terms(decision.terms()).orElseThrow(NotFound::new);
        var votes = rows.votes(decision.id());
        var conflicts = new ArrayList<String>();
        var withdrawn = new HashSet<MembershipId>();
        rows.interests(decision.id()).forEach(interest -> {
            withdrawn.add(interest.member());
            conflicts.add(interest.who() + ": " + interest.words());
        });
        var item =
                decision.item() == null ? null : agendas.find(decision.item()).orElse(null);
        if (item != null) {
            withdrawn.addAll(agendas.withdrawn(item.id()));
            conflicts.addAll(agendas.interests(item.id()));
        }
        List<Voter> voters;
        String waits = null;
        var tabled = decision.written() || !decision.protocol().needsAQuorum() ? null : item;
        if (tabled != null) {
            voters = agendas.takingPart(tabled).stream()
                    .map(part -> new Voter(
                            part.seat(),
                            part.by(),
                            part.voter(),
                            part.withdrew() || withdrawn.contains(part.seat().id())))
                    .toList();
            if (!tabled.held()) {
                waits = "Who came to the meeting has not been recorded yet.";
            } else if (!tabled.open()) {
                waits = "The minutes of the meeting have been cleared. Propose it under a later meeting, or take it in"
                        + " writing.";
            }
        } else {
            voters = boards.members(decision.board(), LondonTime.today(clock)).stream()
                    .filter(seat -> seat.counts() && !seat.left())
                    .map(seat -> new Voter(seat, seat.person(), seat, withdrawn.contains(seat.id())))
                    .toList();
        }
        var voted = new HashSet<MembershipId>();
        votes.forEach(vote -> voted.add(vote.member()));
        var takePart = voters.stream()
                .filter(voter -> !voter.withdrew())
                .filter(voter -> tabled != null || voted.contains(voter.seat().id()))
                .map(Voter::seat)
                .toList();
        int left = (int) voters.stream().filter(Voter::withdrew).count();
        var legality = Legality.of(terms, decision.protocol(), decision.clause(), takePart, left);
        return new Standing(voters, votes, conflicts, terms, legality, tabled != null, waits);
    }
}
