package uk.slipway.annualconversation;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When and where the two meet, and who comes.
 *
 * @param date the day
 * @param startsAt the time of day, or null where it is not settled
 * @param place the place or the link, at most 300 characters, or null
 * @param attendees who is to come, one on a line, at most 2,000 characters, or null
 */
record Arrangements(
        LocalDate date,
        @Nullable LocalTime startsAt,
        @Nullable String place,
        @Nullable String attendees) {}
