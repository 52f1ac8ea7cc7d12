package uk.slipway.decisions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Protocol;

/** One seat's vote, with the dissent that it wants recorded. */
record Vote(
        MembershipId member,
        Answer answer,
        @Nullable String dissent,
        String who,
        String castBy,
        Instant at) {

    /** What a seat says; under consensus the words differ. */
    enum Answer {
        FOR,
        AGAINST,
        ABSTAIN;

        String inWords(Protocol protocol) {
            boolean consensus = protocol == Protocol.CONSENSUS;
            return switch (this) {
                case FOR -> consensus ? "Agrees" : "For";
                case AGAINST -> consensus ? "Objects" : "Against";
                case ABSTAIN -> consensus ? "Stands aside" : "Abstains";
            };
        }
    }
}
