package uk.slipway.selfevaluation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.datapacks.SharedPacks;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.ShareId;
import uk.slipway.sharing.Shares;
import uk.slipway.web.NotFound;

/** Ends a panel's reading of an authority's self-evaluation: the forum was cancelled, or is over. */
@UseCase
public class EndPanelsReading {

    private final JdbcClient jdbc;
    private final Shares shares;
    private final SharedPacks packs;

    EndPanelsReading(JdbcClient jdbc, Shares shares, SharedPacks packs) {
        this.jdbc = jdbc;
        this.shares = shares;
        this.packs = packs;
    }

    /**
     * Ends it for every version; a second time changes nothing.
     *
     * @param because the reason, as it will be shown
     * @throws NotFound when the viewer is neither of the authority nor of the regional team
     */
    public void end(LocalAuthorityId authority, CycleId cycle, RecordRef forum, String because, Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam() && !viewer.worksFor(authority)) {
            throw new NotFound();
        }
        jdbc.sql("""
            select s.id from share s join self_evaluation se on se.id = s.record_id
            where se.authority_id = :authority and se.cycle_id = :cycle
              and s.audience = 'PANEL' and s.audience_id = :forum and s.ended_at is null
            """)
                .param("authority", authority.value())
                .param("cycle", cycle.value())
                .param("forum", forum.id())
                .query(UUID.class)
                .list()
                .forEach(share -> shares.end(new ShareId(share), because, viewer));
        packs.end(authority, cycle, forum.id(), because, viewer);
    }
}
