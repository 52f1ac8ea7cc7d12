package uk.slipway.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All organisations, local authorities among them, for reading. */
@Component
public class Organisations {

    private static final String COLUMNS = "select id, kind, name, region_code, starts_on, ends_on from organisation ";

    private final JdbcClient database;

    Organisations(JdbcClient database) {
        this.database = database;
    }

    /** The organisation with this id, also one that has ended. */
    public Optional<Organisation> find(OrganisationId id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(Organisations::organisation)
                .optional();
    }

    /** The organisations of one kind, by name. */
    public List<Organisation> ofKind(OrganisationKind kind) {
        return database.sql(COLUMNS + "where kind = :kind order by lower(name), id")
                .param("kind", kind.name())
                .query(Organisations::organisation)
                .list();
    }

    /** The organisations that work in a region, by name; national ones are not among them. */
    public List<Organisation> in(RegionCode region) {
        return database.sql(COLUMNS + "where region_code = :region order by lower(name), id")
                .param("region", region.value())
                .query(Organisations::organisation)
                .list();
    }

    /** Ofsted, which is one organisation for all England. */
    public Organisation ofsted() {
        return ofKind(OrganisationKind.OFSTED).getFirst();
    }

    /** The regional team of a region. */
    public Organisation regionalTeamOf(RegionCode region) {
        return in(region).stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.REGIONAL_TEAM)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no region " + region.value()));
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        String region = row.getString("region_code");
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("name"),
                region == null ? null : new RegionCode(region),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class));
    }
}
