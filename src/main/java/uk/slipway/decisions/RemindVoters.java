package uk.slipway.decisions;

import java.time.Clock;
import java.util.HashSet;
import uk.slipway.accounts.PublicAddress;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.partnership.MembershipId;
import uk.slipway.web.Words;

/**
 * Reminds members who have not answered a written procedure two working days before its end. All of them have been written to
 * when it began; who has that message of the same day is not written to twice.
 */
@UseCase
class RemindVoters {

    private static final Words WORDS = new Words();
    private static final int WORKING_DAYS_BEFORE = 2;

    private final DecisionRows rows;
    private final Ballot ballot;
    private final Messages messages;
    private final PublicAddress address;
    private final Clock clock;

    RemindVoters(DecisionRows rows, Ballot ballot, Messages messages, PublicAddress address, Clock clock) {
        this.rows = rows;
        this.ballot = ballot;
        this.messages = messages;
        this.address = address;
        this.clock = clock;
    }

    /** @return how many messages were written */
    int remind() {
        var today = LondonTime.today(clock);
        int written = 0;
        for (var decision : rows.toRemind(
                WorkingDays.after(today, WORKING_DAYS_BEFORE),
                today.atStartOfDay(LondonTime.ZONE).toInstant())) {
            rows.reminded(decision.id(), today);
            if (decision.deadline() == null || decision.deadline().isBefore(today)) {
                continue;
            }
            var standing = ballot.of(decision);
            var answered = new HashSet<MembershipId>();
            standing.votes().forEach(vote -> answered.add(vote.member()));
            for (var voter : standing.voters()) {
                var email = voter.seat().email();
                if (email != null
                        && !voter.withdrew()
                        && !answered.contains(voter.seat().id())) {
                    messages.send(
                            new Recipient(voter.seat().person(), email),
                            "Reminder: your vote, " + decision.boardName() + ", " + decision.reference(),
                            "Dear " + voter.seat().person() + ",\n\nYou have not answered yet. The last day is "
                                    + WORDS.date(decision.deadline()) + ".\n\n"
                                    + address.of("/decisions/" + decision.id().value()) + "\n");
                    written++;
                }
            }
        }
        return written;
    }
}
