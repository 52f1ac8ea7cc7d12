package uk.slipway.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A version of a board's ways of working.
 *
 * @param number 1 for the first version
 * @param from the day from which it is in force
 * @param quorum how many voting members have to take part
 * @param parts how many of them, at the least, of single types
 * @param usual the protocol used unless another is named
 * @param protocols the board's words for each protocol that it uses
 * @param remit what it may decide, clause by clause
 * @param conflictRule what happens where a member has an interest
 */
public record Terms(
        UUID id,
        int number,
        LocalDate from,
        int quorum,
        List<Part> parts,
        Protocol usual,
        Map<Protocol, String> protocols,
        List<Clause> remit,
        String conflictRule) {

    /** At least so many of one type. */
    public record Part(UUID memberType, String name, int minimum) {}

    /** One clause of the remit. */
    public record Clause(UUID id, int number, String words) {

        /** "Clause 2: Agree the region's priorities". */
        public String inWords() {
            return "Clause " + number + ": " + words;
        }
    }

    /** The rule as a sentence: "At least 5 voting members, among them 2 of type Local authority". */
    public String quorumInWords() {
        var sentence = "At least " + quorum + (quorum == 1 ? " voting member" : " voting members");
        if (parts.isEmpty()) {
            return sentence;
        }
        return sentence + ", among them "
                + String.join(
                        " and ",
                        parts.stream()
                                .map(part -> part.minimum() + " of type " + part.name())
                                .toList());
    }
}
