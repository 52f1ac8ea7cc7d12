package uk.slipway.peerchallenge;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.cycles.ForumShape;
import uk.slipway.region.LocalAuthorityId;

/**
 * What lies around a forum of a cycle: the other forums and their panels, last year's panels, declared conflicts, the
 * year's dates and the panel's shape.
 *
 * @param shape how many peers, which specialists
 * @param windowFrom the first day of the forums
 * @param windowTo the last day of the forums
 * @param sittings where each person sits in this cycle, cancelled forums not counted
 * @param lastYears whom each person challenged as a peer in the cycle before
 * @param conflicts with which authorities each person has declared a conflict
 */
record Surroundings(
        ForumShape shape,
        LocalDate windowFrom,
        LocalDate windowTo,
        Map<AccountId, List<Elsewhere>> sittings,
        Map<AccountId, Set<LocalAuthorityId>> lastYears,
        Map<AccountId, Set<LocalAuthorityId>> conflicts) {

    /**
     * A seat in one of the cycle's forums.
     *
     * @param forum which
     * @param authorityName whose
     * @param day when, or null
     * @param startsAt from, or null
     * @param endsAt to, or null
     * @param name the person's name
     * @param part their part
     */
    record Elsewhere(
            ForumId forum,
            String authorityName,
            @Nullable LocalDate day,
            @Nullable LocalTime startsAt,
            @Nullable LocalTime endsAt,
            String name,
            AppointmentKind part) {}

    List<Elsewhere> of(AccountId account) {
        return sittings.getOrDefault(account, List.of());
    }

    /** How many of the cycle's forums a person sits on as a peer. */
    int loadOf(AccountId account) {
        return (int) of(account).stream()
                .filter(seat -> seat.part() == AppointmentKind.PEER)
                .count();
    }

    /** How many forums those who are peers at all sit on, on average. */
    double averageLoad() {
        var loads = sittings.keySet().stream()
                .mapToInt(this::loadOf)
                .filter(load -> load > 0)
                .average();
        return loads.orElse(0);
    }
}
