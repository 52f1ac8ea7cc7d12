package uk.slipway.cycles;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.RegionCode;

/**
 * Whose years a person sees: those of their organisation's region; for somebody of a national organisation or with
 * appointments alone, those of the region they are appointed in, or of the only region that has any.
 */
@Component
class ViewersRegion {

    private final JdbcClient jdbc;
    private final Clock clock;

    ViewersRegion(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<RegionCode> of(Viewer viewer) {
        var region = viewer.region();
        if (region != null) {
            return Optional.of(region);
        }
        return jdbc.sql("""
            select region_code from (
                select o.region_code, 1 as place from appointment a join organisation o on o.id = a.subject_id
                where a.account_id = :account and o.region_code is not null
                  and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
                union all
                select min(region_code), 2 from cycle having count(distinct region_code) = 1) known
            order by place, region_code limit 1
            """)
                .param("account", viewer.account().value())
                .param("today", LondonTime.today(clock))
                .query(String.class)
                .optional()
                .map(RegionCode::new);
    }
}
