package uk.slipway.accounts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.region.OrganisationId;

/** Finds the organisations that roles are held in. */
@Component
class Places {

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Place> find(OrganisationId organisation) {
        return jdbc.sql("select id, name, kind from organisation where id = :id")
                .param("id", organisation.value())
                .query((row, number) -> new Place(
                        new OrganisationId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("kind")))
                .optional();
    }

    /** @throws IllegalArgumentException when there is no such organisation */
    Place get(OrganisationId organisation) {
        return find(organisation)
                .orElseThrow(() -> new IllegalArgumentException("No organisation " + organisation.value()));
    }
}
