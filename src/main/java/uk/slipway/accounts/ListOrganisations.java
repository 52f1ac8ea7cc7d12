package uk.slipway.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.audit.TrailOf;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.OrganisationKind;
import uk.slipway.web.Option;

/** Lists the organisations that are no local authorities, by name, fifty at a time, in one statement. */
@UseCase(readOnly = true)
class ListOrganisations {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    ListOrganisations(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One organisation.
     *
     * @param region the name of the region it works in, or "All England"
     * @param people how many hold a role in it today
     */
    record Listed(
            UUID id,
            String name,
            String kind,
            String region,
            @Nullable LocalDate ends,
            int people) {}

    /** @param next the id of the last organisation shown, when there are more */
    record Organisations(
            List<Listed> organisations, @Nullable UUID next) {}

    /**
     * The organisations from a place in the list on.
     *
     * @param search part of a name, or blank
     * @param kind one kind only, or null
     * @param after the id of the last organisation of the page before, or null
     */
    Organisations list(String search, @Nullable OrganisationKind kind, @Nullable UUID after) {
        var found = jdbc.sql("""
            select o.id, o.name, o.kind, o.ends_on, coalesce(r.name, 'All England') as region,
                   (select count(distinct h.account_id) from role_held h where h.organisation_id = o.id
                       and h.starts_on <= :today and (h.ends_on is null or h.ends_on >= :today)) as people
            from organisation o left join region r on r.code = o.region_code
            where o.kind <> 'LOCAL_AUTHORITY'
              and (cast(:kind as text) is null or o.kind = :kind)
              and (:search = '' or position(:search in lower(o.name)) > 0)
              and (cast(:after as uuid) is null
                or (lower(o.name), o.id) > (select lower(b.name), b.id from organisation b where b.id = :after))
            order by lower(o.name), o.id limit :most
            """)
                .param("today", LondonTime.today(clock))
                .param("kind", kind == null ? null : kind.name())
                .param("search", search.strip().toLowerCase(Locale.ROOT))
                .param("after", after)
                .param("most", PAGE + 1)
                .query(ListOrganisations::listed)
                .list();
        boolean more = found.size() > PAGE;
        return new Organisations(
                more ? found.subList(0, PAGE) : found,
                more ? found.get(PAGE - 1).id() : null);
    }

    /** Who added which organisation, newest first. */
    List<TrailEntry> history() {
        return trail.latestOf("organisation", 20, "").stream()
                .map(TrailOf::entry)
                .toList();
    }

    /** The nine regions, to choose from. */
    List<Option> regions() {
        return jdbc.sql("select code, name from region order by name")
                .query((row, number) -> Option.of(row.getString("code"), row.getString("name")))
                .list();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")).inWords(),
                row.getString("region"),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("people"));
    }
}
