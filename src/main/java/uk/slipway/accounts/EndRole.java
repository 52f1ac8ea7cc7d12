package uk.slipway.accounts;

import java.time.Clock;
import java.time.LocalDate;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Ends a role that a person holds. Whoever then holds nothing more is signed out everywhere. The caller has asked who may do so. */
@UseCase
public class EndRole {

    private final RolesHeld roles;
    private final Places places;
    private final Sessions sessions;
    private final Clock clock;

    EndRole(RolesHeld roles, Places places, Sessions sessions, Clock clock) {
        this.roles = roles;
        this.places = places;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Ends it at once.
     *
     * @throws NotFound when there is no such role
     */
    public void endNow(RoleHeldId id) {
        endOn(id, LondonTime.today(clock).minusDays(1));
    }

    /**
     * Ends it with a last day on which it still holds.
     *
     * @throws NotFound when there is no such role
     */
    public void endOn(RoleHeldId id, LocalDate lastDay) {
        var held = roles.findById(id).orElseThrow(NotFound::new);
        held.end(lastDay, places.get(held.organisation()), LondonTime.today(clock), clock.instant());
        roles.saveAndFlush(held);
        sessions.endUnlessStillActing(held.account());
    }
}
