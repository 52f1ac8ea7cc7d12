package uk.slipway.commitments;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import uk.slipway.cycles.CycleId;

/** The answer of one year, as the aggregate keeps it. */
@Embeddable
record Answer(
        @Embedded CycleId cycle,
        @Column(name = "year_starts_in") int yearStartsIn,
        @Enumerated(EnumType.STRING) CommitmentAnswer answer,
        String note,
        Instant answeredAt,
        String answeredByName) {}
