package uk.slipway.headlines;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;

/** What stands shared with Ofsted, for the conversation's agenda and the home pages. */
@Component
public class SharedHeadlines {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    SharedHeadlines(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    /** The headlines of an authority's cycle that stand shared with Ofsted's team and that the viewer may see. */
    public List<SharedHeadline> withOfsted(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        return jdbc.sql("""
            select h.id, i.heading, i.body, i.detail, r.made_at
            from headline h join receipt_item i on i.record_id = h.id join receipt r on r.id = i.receipt_id
              join share s on s.id = i.share_id and s.ended_at is null and s.audience = 'OFSTED'
            where h.authority_id = :authority and h.cycle_id = :cycle and %s
            order by h.kind desc, r.made_at, i.position
            """.formatted(maySee.of("h")))
                .params(maySee.parameters(viewer))
                .param("authority", authority.value())
                .param("cycle", cycle.value())
                .query((row, number) -> new SharedHeadline(
                        new HeadlineId(row.getObject("id", UUID.class)),
                        row.getString("heading"),
                        row.getString("body"),
                        row.getString("detail"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /** How many headlines stand shared with the viewer, an Ofsted colleague, that they have not opened yet. */
    public int unopenedBy(Viewer viewer) {
        return jdbc.sql("""
            select count(*) from share s join headline h on h.id = s.record_id
            where s.audience = 'OFSTED' and s.audience_id = :viewerOfsted and s.ended_at is null
              -- Says nothing that the predicate does not say, but PostgreSQL can begin with it.
              and s.authority_id in (select a.subject_id from appointment a
                  where a.account_id = :viewerAccount and a.kind = 'OFSTED_LINK')
              and %s
              and not exists (select 1 from share_opening o
                  where o.share_id = s.id and o.account_id = :viewerAccount)
            """.formatted(maySee.of("h")))
                .params(maySee.parameters(viewer))
                .query(Integer.class)
                .single();
    }
}
