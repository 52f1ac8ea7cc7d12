package uk.slipway.datapacks;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;

/** What of an authority's pack is queried and not settled, for the room that submits self-evaluations. */
@Component
public class OpenQueries {

    private final JdbcClient jdbc;

    OpenQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A queried figure: of which pack, and of which indicator. */
    public record OpenQuery(UUID pack, UUID figure, String name) {}

    /** The open queries of one authority in one year, in the order of the pack; one statement. */
    public List<OpenQuery> of(LocalAuthorityId authority, CycleId cycle) {
        return jdbc.sql("""
            select p.id as pack, f.id as figure, f.name from data_pack p join pack_figure f on f.pack_id = p.id
            where p.authority_id = :authority and p.cycle_id = :cycle and p.state <> 'PREPARED'
              and f.state in ('QUERIED', 'ANSWERED')
            order by f.place limit 1000
            """)
                .param("authority", authority.value())
                .param("cycle", cycle.value())
                .query((row, number) -> new OpenQuery(
                        row.getObject("pack", UUID.class), row.getObject("figure", UUID.class), row.getString("name")))
                .list();
    }
}
