package uk.slipway.selfevaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;

/**
 * The state and dates of an authority's newest self-evaluation in a cycle: all that anybody outside the authority learns
 * of it before submission.
 *
 * @param id the newest version
 * @param authority whose it is
 * @param cycle in which year's cycle
 * @param number which version, from 1
 * @param state where the newest version stands
 * @param startedAt when that version was begun
 * @param sentAt when it was sent for review, or null
 * @param signedOffAt when its last signature was given, or null
 * @param submittedAt when a version was last submitted, this one or the one before, or null
 * @param readable the version that the viewer may read now, or null
 */
public record SelfEvaluationSummary(
        SelfEvaluationId id,
        LocalAuthorityId authority,
        CycleId cycle,
        int number,
        SelfEvaluationState state,
        Instant startedAt,
        @Nullable Instant sentAt,
        @Nullable Instant signedOffAt,
        @Nullable Instant submittedAt,
        @Nullable SelfEvaluationId readable) {

    /** Whether the authority has handed over a version, even if it is writing the next. */
    public boolean submitted() {
        return submittedAt != null;
    }
}
