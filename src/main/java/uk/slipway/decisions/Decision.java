package uk.slipway.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.meetings.AgendaItemId;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Protocol;
import uk.slipway.region.LocalAuthorityId;

/**
 * A decision of a board, proposed, made or not made.
 *
 * @param number in the board's register
 * @param item the item under which it is decided, or null for one made outside a meeting
 * @param terms the version of the board's terms under which it is decided
 * @param clause the clause of the remit that it rests on, or null where none covers it
 * @param written whether it is made in writing, between meetings
 * @param deadline the last day on which votes are taken in writing, or null
 * @param carried null while nothing is decided, then whether it was carried
 * @param outcome what was counted when it was decided, or null before
 * @param reason why it was deferred or withdrawn, or null
 * @param review what was found when it was looked at again, or null
 * @param supersededBy the number of the decision that superseded it, or null
 */
record Decision(
        DecisionId id,
        long version,
        BoardId board,
        String boardName,
        int number,
        @Nullable AgendaItemId item,
        boolean restricted,
        DecisionState state,
        Words words,
        Protocol protocol,
        UUID terms,
        @Nullable UUID clause,
        @Nullable LocalDate lookAgainOn,
        @Nullable DecisionId supersedes,
        @Nullable Integer supersedesNumber,
        String proposedBy,
        Instant proposedAt,
        @Nullable Instant circulatedAt,
        boolean written,
        @Nullable LocalDate deadline,
        @Nullable Boolean carried,
        @Nullable Outcome outcome,
        @Nullable String reason,
        @Nullable Instant implementedAt,
        @Nullable String review,
        @Nullable DecisionId supersededBy,
        @Nullable Integer supersededByNumber) {

    static final String KIND = "decision";

    /** What is decided, what else was considered, and why. */
    record Words(
            String title, String text, @Nullable String options, @Nullable String rationale) {}

    /**
     * What was counted, as it was then.
     *
     * @param legality whether it was quorate and within the remit, quoting the clauses
     * @param conflicts the interests that were declared, a line for each, or null
     */
    record Outcome(
            Instant at,
            String by,
            int partTaken,
            int needed,
            int votesFor,
            int against,
            int abstain,
            String legality,
            @Nullable String conflicts) {}

    static RecordRef refOf(DecisionId id) {
        return new RecordRef(KIND, id.value());
    }

    String reference() {
        return "Decision " + number;
    }

    Happened happened(String what, Instant at) {
        return new Happened(id.value(), what, at);
    }

    /** Something was done with a decision. */
    record Happened(UUID decision, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef(KIND, decision);
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }
    }
}
