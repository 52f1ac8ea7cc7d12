package uk.slipway.commitments;

import java.time.Instant;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.AcademicYear;

/**
 * A commitment's answer in one year.
 *
 * @param note what the authority wrote beside it; may be empty
 * @param by the name of the person who answered last
 */
public record CommitmentAnswered(
        CycleId cycle, AcademicYear year, CommitmentAnswer answer, String note, Instant at, String by) {}
