package uk.slipway.peerchallenge;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When and where a forum meets, as far as it is known.
 *
 * @param heldOn the day, or null while it has none
 * @param startsAt when it starts, London time
 * @param endsAt when it ends, London time
 * @param place the room and building
 * @param link the address of an online meeting
 * @param chair who chairs the day, by name
 * @param acceptedBecause why a day that breaks a rule was chosen all the same
 */
@Embeddable
public record Sitting(
        @Nullable LocalDate heldOn,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        @Nullable String place,
        @Nullable String link,
        @Nullable String chair,
        @Nullable String acceptedBecause) {

    /** Not yet on any day. */
    public static final Sitting NOT_YET = new Sitting(null, null, null, null, null, null, null);

    /** On a day, nothing else known. */
    public static Sitting on(LocalDate day) {
        return new Sitting(day, null, null, null, null, null, null);
    }

    /** The same on another day. */
    Sitting movedTo(@Nullable LocalDate day, @Nullable String because) {
        return new Sitting(day, startsAt, endsAt, place, link, chair, because);
    }

    /** Whether two sittings can have the same person: on other days, or at times that do not touch. */
    static boolean clash(
            @Nullable LocalDate day,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            @Nullable LocalDate otherDay,
            @Nullable LocalTime otherStarts,
            @Nullable LocalTime otherEnds) {
        if (day == null || !day.equals(otherDay)) {
            return false;
        }
        if (starts == null || ends == null || otherStarts == null || otherEnds == null) {
            return true;
        }
        return starts.isBefore(otherEnds) && otherStarts.isBefore(ends);
    }
}
