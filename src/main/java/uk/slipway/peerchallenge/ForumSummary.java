package uk.slipway.peerchallenge;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;

/**
 * A forum as other rooms and the home pages name it.
 *
 * @param id the forum
 * @param authority whose forum it is
 * @param cycle in which cycle
 * @param date its day, or null while it has none
 * @param startsAt when it starts, London time, or null where that is not known
 * @param state how far it is; to Ofsted only {@code PLANNED} before and {@code HELD} after the day
 */
public record ForumSummary(
        ForumId id,
        LocalAuthorityId authority,
        CycleId cycle,
        @Nullable LocalDate date,
        @Nullable LocalTime startsAt,
        ForumState state) {}
