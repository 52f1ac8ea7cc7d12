package uk.slipway.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.partnership.Protocol;
import uk.slipway.partnership.Seat;
import uk.slipway.partnership.Terms;
import uk.slipway.web.Words;

/**
 * Whether a board may decide something now: who takes part after withdrawals, against the quorum of the terms, and the
 * clause of the remit that covers it. Computed again for each decision, never taken over from the meeting.
 *
 * @param partTaken how many voting seats take part, after withdrawals
 * @param needed how many have to
 * @param quorate whether they are enough, of each type too
 * @param quorum the count and the rule, as a sentence
 * @param remit whether a clause covers it, quoting it
 * @param withinRemit whether a clause covers it
 */
record Legality(int partTaken, int needed, boolean quorate, String quorum, String remit, boolean withinRemit) {

    private static final Words WORDS = new Words();

    /** @param seats the voting seats that take part and have not withdrawn */
    static Legality of(Terms terms, Protocol protocol, @Nullable UUID clause, List<Seat> seats, int withdrew) {
        var missing = new ArrayList<String>();
        if (seats.size() < terms.quorum()) {
            missing.add(WORDS.count(terms.quorum() - seats.size(), "voting member", "voting members"));
        }
        for (var part : terms.parts()) {
            long there = seats.stream()
                    .filter(seat -> seat.memberType().equals(part.memberType()))
                    .count();
            if (there < part.minimum()) {
                missing.add((part.minimum() - there) + " of type " + part.name());
            }
        }
        var covering = terms.remit().stream()
                .filter(one -> one.id().equals(clause))
                .findFirst();
        var remit = covering.map(one -> "Within the remit. " + one.inWords())
                .orElse("Not within the remit: no clause of version " + terms.number() + " covers it.");
        if (!protocol.needsAQuorum()) {
            return new Legality(
                    seats.size(),
                    0,
                    true,
                    "No quorum applies to the chair’s action.",
                    remit,
                    covering.isPresent());
        }
        boolean quorate = missing.isEmpty();
        var sentence = (quorate ? "Quorate: " : "Not quorate: ")
                + WORDS.count(seats.size(), "voting member takes part", "voting members take part")
                + (withdrew == 0
                        ? ""
                        : " after " + WORDS.count(withdrew, "withdrawal", "withdrawals") + " for an interest")
                + (quorate ? ". " : ", " + WORDS.list(missing) + " too few. ")
                + "Version " + terms.number() + " asks: " + terms.quorumInWords() + ".";
        return new Legality(seats.size(), terms.quorum(), quorate, sentence, remit, covering.isPresent());
    }

    /** Both sentences, as a minute quotes them. */
    String inWords() {
        return quorum + " " + remit;
    }
}
