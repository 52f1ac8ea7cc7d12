package uk.slipway.placements;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/** What happens to a placement, told to whoever listens. Ids and days only; the trail's words name nobody. */
public final class Placement {

    private static final String KIND = "placement";

    private Placement() {}

    /** Points at a placement's history. */
    public static RecordRef refOf(PlacementId id) {
        return new RecordRef(KIND, id.value());
    }

    /** Something of a placement that its history tells. */
    public sealed interface Event extends Recordable {
        PlacementId placement();

        @Override
        default RecordRef record() {
            return refOf(placement());
        }
    }

    /** The match is approved, and the placement stands. */
    public record Approved(PlacementId placement, LocalAuthorityId authority, Instant at) implements Event {
        @Override
        public String inWords() {
            return "approved the match";
        }
    }

    /** The second of the two authorities has signed the agreement. */
    public record Agreed(PlacementId placement, LocalAuthorityId authority, Instant at) implements Event {
        @Override
        public String inWords() {
            return "signed the agreement, which both authorities have signed now";
        }
    }

    /** The child has moved in. */
    public record Started(PlacementId placement, LocalAuthorityId authority, LocalDate on, Instant at)
            implements Event {
        @Override
        public String inWords() {
            return "recorded that the placement started";
        }
    }

    /** The placement plan is signed. */
    public record PlanSigned(PlacementId placement, LocalAuthorityId authority, LocalDate on, Instant at)
            implements Event {
        @Override
        public String inWords() {
            return "recorded that the placement plan is signed";
        }
    }

    /** The child has left. */
    public record Ended(PlacementId placement, LocalAuthorityId authority, LocalDate on, Ending ending, Instant at)
            implements Event {
        @Override
        public String inWords() {
            return ending == Ending.PLANNED
                    ? "recorded that the placement ended as planned"
                    : "recorded an unplanned ending of the placement";
        }
    }

    /** It will not start. */
    public record Cancelled(PlacementId placement, LocalAuthorityId authority, Instant at) implements Event {
        @Override
        public String inWords() {
            return "recorded that the placement will not start";
        }
    }

    /** Something smaller: the agreement was changed, a worker was named. */
    public record Changed(PlacementId placement, @Nullable LocalAuthorityId authority, String inWords, Instant at)
            implements Event {}
}
