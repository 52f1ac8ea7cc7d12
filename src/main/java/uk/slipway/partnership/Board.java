package uk.slipway.partnership;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/**
 * A board as it is known to everybody who has signed in.
 *
 * @param version for the form that changes it
 * @param owner the regional team that co-ordinates it
 * @param parent the board it reports to, or null at the top
 * @param purpose what it is for, in a few sentences
 * @param span the days on which it exists
 */
public record Board(
        BoardId id,
        long version,
        RegionCode region,
        OrganisationId owner,
        @Nullable BoardId parent,
        BoardKind kind,
        String name,
        String purpose,
        DateSpan span) {

    static final String KIND = "board";

    /** How other records point at a board. */
    public static RecordRef refOf(BoardId id) {
        return new RecordRef(KIND, id.value());
    }

    /** Something was done with a board, its terms or its members. */
    record Happened(UUID board, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef(KIND, board);
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }
    }
}
