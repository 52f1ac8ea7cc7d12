package uk.slipway.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.UseCase;

/**
 * Adds a body that is not in the reference data, such as a trust. It knows no people: who may do so is asked by the use
 * case of accounts that calls it.
 */
@UseCase
public class AddOrganisation {

    private final JdbcClient database;

    AddOrganisation(JdbcClient database) {
        this.database = database;
    }

    /**
     * Adds it; the same id a second time changes nothing.
     *
     * @param id made when the form was rendered
     * @param kind any kind but a local authority, which comes with the reference data
     * @param name 1 to 200 characters
     * @param region its region, or null for a national one
     * @param starts its first day, or null where that is not known
     * @return whether it was added now; false when there is one with this id
     * @throws IllegalArgumentException for a local authority, or a name that is blank or too long
     */
    public boolean add(
            OrganisationId id,
            OrganisationKind kind,
            String name,
            @Nullable RegionCode region,
            @Nullable LocalDate starts) {
        if (kind == OrganisationKind.LOCAL_AUTHORITY) {
            throw new IllegalArgumentException("Local authorities come with the reference data");
        }
        if (name.isBlank() || name.strip().length() > 200) {
            throw new IllegalArgumentException("The name has to have 1 to 200 characters");
        }
        return database.sql("""
            insert into organisation (id, kind, name, region_code, starts_on)
            values (:id, :kind, :name, :region, :starts) on conflict do nothing
            """)
                        .param("id", id.value())
                        .param("kind", kind.name())
                        .param("name", name.strip())
                        .param("region", region == null ? null : region.value())
                        .param("starts", starts)
                        .update()
                == 1;
    }
}
