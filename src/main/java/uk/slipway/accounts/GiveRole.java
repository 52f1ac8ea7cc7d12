package uk.slipway.accounts;

import java.time.Clock;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.OrganisationId;

/** Gives a person a role in an organisation. The caller has asked who may do so. */
@UseCase
public class GiveRole {

    private final RolesHeld roles;
    private final Places places;
    private final CurrentViewer actor;
    private final Clock clock;

    GiveRole(RolesHeld roles, Places places, CurrentViewer actor, Clock clock) {
        this.roles = roles;
        this.places = places;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Gives the role for a span of days. Who holds it there on the first of those days keeps what they have.
     *
     * @throws IllegalArgumentException when the role cannot be held in such an organisation
     */
    public RoleHeldId give(AccountId account, Role role, OrganisationId organisation, DateSpan span) {
        var place = places.get(organisation);
        if (!place.mayHave(role)) {
            throw new IllegalArgumentException("Nobody is " + role.inWords() + " in " + place.name());
        }
        return roles.findByAccount(account).stream()
                .filter(held -> held.role() == role && held.organisation().equals(organisation))
                .filter(held -> held.holdsOn(span.from()))
                .findFirst()
                .orElseGet(() -> roles.saveAndFlush(RoleHeld.give(
                        new RoleHeldId(Uuid7.at(clock.instant())),
                        account,
                        role,
                        place,
                        span,
                        actor.current().name(),
                        clock.instant())))
                .id();
    }
}
