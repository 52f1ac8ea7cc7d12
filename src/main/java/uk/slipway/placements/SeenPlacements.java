package uk.slipway.placements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.vacancies.AgeBand;

/**
 * Placements for whoever may see them: both authorities' people in fostering and their Directors; a reviewing officer those
 * of the children they review; a social worker those of their own authority's children. Regional and Ofsted roles none.
 */
@Component
public class SeenPlacements {

    private static final String GATE = " and (not :viewerReviews or X.iro = :viewerAccount)"
            + " and (not :viewerIsSocialWorker or X.authority_id = :viewerAuthority)";

    private final JdbcClient jdbc;
    private final MaySee maySee;

    SeenPlacements(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    /**
     * "May this viewer see this placement", as SQL.
     *
     * @param alias the alias of table {@code placement} in the statement
     */
    public String of(String alias) {
        return "(" + maySee.of(alias) + GATE.replace("X.", alias + ".") + ")";
    }

    /** The predicate's parameters for a viewer; a statement adds its own. */
    public Map<String, Object> parameters(Viewer viewer) {
        var parameters = new HashMap<>(maySee.inFostering(viewer));
        parameters.put("viewerReviews", viewer.is(Role.REVIEWING_OFFICER));
        parameters.put("viewerIsSocialWorker", viewer.is(Role.SOCIAL_WORKER));
        return parameters;
    }

    /** The placement, where the viewer may see it. */
    public Optional<PlacementView> find(Viewer viewer, PlacementId id) {
        return jdbc.sql("select p.* from placement p where p.id = :id and " + of("p"))
                .params(parameters(viewer))
                .param("id", id.value())
                .query(SeenPlacements::view)
                .optional();
    }

    /** All that the viewer may see, those that have not ended first, then the latest first; at most 500. */
    public List<PlacementView> seenBy(Viewer viewer) {
        return jdbc.sql("select p.* from placement p where " + of("p")
                        + " order by p.state in ('ENDED', 'CANCELLED'), p.starts_on desc, p.id desc limit 500")
                .params(parameters(viewer))
                .query(SeenPlacements::view)
                .list();
    }

    /** One placement whoever asks: for the system's own work and for a link that carries its own permission. */
    public Optional<PlacementView> whoeverAsks(PlacementId id) {
        return jdbc.sql("select p.* from placement p where p.id = :id")
                .param("id", id.value())
                .query(SeenPlacements::view)
                .optional();
    }

    /** Every placement that has not been cancelled and has not ended before a day: for the system's own clocks. */
    public List<PlacementView> notEndedBefore(LocalDate day) {
        return jdbc.sql("select p.* from placement p where p.state <> 'CANCELLED' and (p.ended_on is null"
                        + " or p.ended_on >= :day) order by p.id")
                .param("day", day)
                .query(SeenPlacements::view)
                .list();
    }

    static PlacementView view(ResultSet row, int number) throws SQLException {
        var placingSigned = instant(row, "placing_signed_at");
        var fosteringSigned = instant(row, "fostering_signed_at");
        var ending = row.getString("ending");
        var reviewing = row.getObject("iro", UUID.class);
        return new PlacementView(
                new PlacementId(row.getObject("id", UUID.class)),
                new ReferralId(row.getObject("referral_id", UUID.class)),
                row.getString("reference"),
                row.getString("carer_reference"),
                authority(row, "authority_id"),
                authority(row, "other_authority_id"),
                authority(row, "area_authority_id"),
                Route.valueOf(row.getString("route")),
                Locality.valueOf(row.getString("locality")),
                PlacementState.valueOf(row.getString("state")),
                row.getInt("children"),
                AgeBand.valueOf(row.getString("age_band")).inWords(),
                row.getInt("protocol_number"),
                row.getTimestamp("approved_at").toInstant(),
                row.getObject("area_told_on", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("started_on", LocalDate.class),
                placingSigned == null || fosteringSigned == null
                        ? null
                        : placingSigned.isAfter(fosteringSigned) ? placingSigned : fosteringSigned,
                row.getObject("plan_signed_on", LocalDate.class),
                row.getString("plan_follows_because"),
                row.getObject("ended_on", LocalDate.class),
                ending == null ? null : Ending.valueOf(ending),
                row.getString("ending_reason"),
                new AccountId(row.getObject("social_worker", UUID.class)),
                new AccountId(row.getObject("supervising_worker", UUID.class)),
                reviewing == null ? null : new AccountId(reviewing));
    }

    static LocalAuthorityId authority(ResultSet row, String column) throws SQLException {
        return new LocalAuthorityId(row.getObject(column, UUID.class));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
