package uk.slipway.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.Option;

/** The roles, appointments and organisations that somebody who manages accounts can choose from. */
@UseCase(readOnly = true)
class OfferPlaces {

    private final AccountGate gate;
    private final JdbcClient jdbc;
    private final Clock clock;

    OfferPlaces(AccountGate gate, JdbcClient jdbc, Clock clock) {
        this.gate = gate;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<Option> roles(Viewer viewer) {
        return gate.roles(viewer).stream()
                .map(role -> Option.of(role.name(), role.inWords()))
                .toList();
    }

    /** The same for a joiner, whom an administrator may also invite to be appointed, without a role. */
    public List<Option> rolesOfJoiner(Viewer viewer) {
        var offered = new ArrayList<>(roles(viewer));
        if (viewer.is(Role.ADMINISTRATOR)) {
            offered.add(Option.of(Role.APPOINTEE.name(), "No role: to be appointed, such as a specialist"));
        }
        return offered;
    }

    public List<Option> appointments(Viewer viewer) {
        return gate.appointments(viewer).stream()
                .map(kind -> Option.of(kind.name(), kind.inWords()))
                .toList();
    }

    /** Nothing to choose for an account manager, whose organisation is their own. */
    public List<Option> places(Viewer viewer) {
        if (!viewer.is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        return jdbc.sql("""
            select id::text as id, name from organisation
            where ends_on is null or ends_on >= :today order by lower(name), id
            """)
                .param("today", LondonTime.today(clock))
                .query((row, number) -> Option.of(row.getString("id"), row.getString("name")))
                .list();
    }
}
