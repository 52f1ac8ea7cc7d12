package uk.slipway.datapacks;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.ShareId;
import uk.slipway.sharing.Shares;

/** Shows an authority's issued pack to those who read its self-evaluation. Joins the caller's transaction. */
@Component
public class SharedPacks {

    private final JdbcClient jdbc;
    private final Shares shares;

    SharedPacks(JdbcClient jdbc, Shares shares) {
        this.jdbc = jdbc;
        this.shares = shares;
    }

    /** Shows the pack, where one has been issued; again to the same audience changes nothing. */
    public void show(
            LocalAuthorityId authority, CycleId cycle, Audience audience, UUID audienceId, String words, Viewer by) {
        issued(authority, cycle)
                .ifPresent(pack -> shares.show(DataPack.refOf(pack), authority, audience, audienceId, words, by));
    }

    /** A forum's panel does not read the pack any more. */
    public void end(LocalAuthorityId authority, CycleId cycle, UUID forum, String because, Viewer by) {
        issued(authority, cycle)
                .ifPresent(pack -> jdbc.sql(
                                "select id from share where record_id = :pack and audience = 'PANEL' and audience_id ="
                                        + " :forum and ended_at is null")
                        .param("pack", pack)
                        .param("forum", forum)
                        .query(UUID.class)
                        .list()
                        .forEach(share -> shares.end(new ShareId(share), because, by)));
    }

    private Optional<UUID> issued(LocalAuthorityId authority, CycleId cycle) {
        return jdbc.sql("select id from data_pack where authority_id = :authority and cycle_id = :cycle and state <>"
                        + " 'PREPARED'")
                .param("authority", authority.value())
                .param("cycle", cycle.value())
                .query(UUID.class)
                .optional();
    }
}
