package uk.slipway.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/** Reads in which capacities a person may act today: one statement, for each request anew, so that a leaver is out at once. */
@Component
class Viewers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Viewers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every capacity the account has today, in a stable order; none for a closed account. */
    List<Capacity> capacitiesOf(AccountId account) {
        return jdbc.sql("""
            select h.id, a.id as account_id, a.name, h.role, o.id as organisation_id, o.name as organisation,
                   o.kind, o.region_code, false as acting, h.starts_on
            from account a join role_held h on h.account_id = a.id join organisation o on o.id = h.organisation_id
            where a.id = :account and a.closed_on is null
              and h.starts_on <= :today and (h.ends_on is null or h.ends_on >= :today)
            union all
            select p.id, a.id, a.name, 'DIRECTOR', o.id, o.name, o.kind, o.region_code, true, p.starts_on
            from account a join appointment p on p.account_id = a.id and p.kind = 'ACTING_DIRECTOR'
              join organisation o on o.id = p.subject_id
            where a.id = :account and a.closed_on is null
              and p.starts_on <= :today and (p.ends_on is null or p.ends_on >= :today)
            union all
            select a.id, a.id, a.name, 'APPOINTEE', a.id, 'by appointment', 'NONE', null, false, date '9999-12-31'
            from account a
            where a.id = :account and a.closed_on is null
              and exists (select 1 from appointment p where p.account_id = a.id
                  and p.kind <> 'ACTING_DIRECTOR'
                  and p.starts_on <= :today and (p.ends_on is null or p.ends_on >= :today))
              and not exists (select 1 from role_held h where h.account_id = a.id
                  and h.starts_on <= :today and (h.ends_on is null or h.ends_on >= :today))
            order by acting, starts_on, role, organisation
            """)
                .param("account", account.value())
                .param("today", LondonTime.today(clock))
                .query(Viewers::capacity)
                .list();
    }

    /**
     * The viewer an account is in a chosen capacity, or in its first where none (or one no longer held) is chosen.
     *
     * @param chosen the capacity's id, or null
     */
    Optional<Viewer> viewer(AccountId account, @Nullable UUID chosen) {
        var capacities = capacitiesOf(account);
        return capacities.stream()
                .filter(capacity -> capacity.id().equals(chosen))
                .findFirst()
                .or(() -> capacities.stream().findFirst())
                .map(Capacity::viewer);
    }

    private static Capacity capacity(ResultSet row, int number) throws SQLException {
        var role = Role.valueOf(row.getString("role"));
        var organisation = row.getObject("organisation_id", UUID.class);
        var region = row.getString("region_code");
        return new Capacity(
                row.getObject("id", UUID.class),
                new Viewer(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("name"),
                        role,
                        new OrganisationId(organisation),
                        row.getString("organisation"),
                        "LOCAL_AUTHORITY".equals(row.getString("kind")) ? new LocalAuthorityId(organisation) : null,
                        region == null ? null : new RegionCode(region),
                        row.getBoolean("acting")));
    }
}
