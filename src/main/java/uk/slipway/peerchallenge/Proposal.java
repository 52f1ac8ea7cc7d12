package uk.slipway.peerchallenge;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.region.LocalAuthorityId;

/**
 * A forum as it would be, for the rules to look at.
 *
 * @param forum its id
 * @param authority whose forum
 * @param authorityName that authority's name
 * @param day the day, or null
 * @param startsAt the start, or null
 * @param endsAt the end, or null
 * @param seats who would sit on the panel
 */
record Proposal(
        ForumId forum,
        LocalAuthorityId authority,
        String authorityName,
        @Nullable LocalDate day,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        List<Seat> seats) {

    /**
     * A person on the panel.
     *
     * @param account who
     * @param name their name
     * @param part in which part
     * @param from a peer's authority, or null
     */
    record Seat(
            AccountId account,
            String name,
            AppointmentKind part,
            @Nullable LocalAuthorityId from) {

        boolean isPeer() {
            return part == AppointmentKind.PEER;
        }
    }

    static Proposal of(Forum forum, String authorityName) {
        var sitting = forum.sitting();
        return new Proposal(
                forum.id(),
                forum.authority(),
                authorityName,
                sitting.heldOn(),
                sitting.startsAt(),
                sitting.endsAt(),
                forum.panel().stream()
                        .map(seat -> new Seat(seat.account(), seat.name(), seat.part(), seat.authority()))
                        .toList());
    }

    Proposal with(Seat seat) {
        var more = new ArrayList<>(seats);
        more.add(seat);
        return new Proposal(forum, authority, authorityName, day, startsAt, endsAt, more);
    }

    Proposal on(@Nullable LocalDate other, @Nullable LocalTime starts, @Nullable LocalTime ends) {
        return new Proposal(forum, authority, authorityName, other, starts, ends, seats);
    }
}
