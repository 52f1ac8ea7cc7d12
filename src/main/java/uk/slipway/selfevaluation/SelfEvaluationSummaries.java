package uk.slipway.selfevaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;

/**
 * How far each authority is, for neighbours. One statement each. The regional team learns state and dates of every
 * authority in its region; everybody else learns of those they may read.
 */
@Component
public class SelfEvaluationSummaries {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    SelfEvaluationSummaries(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    /** One for each authority that has started, as far as the viewer may know of it; in no particular order. */
    public List<SelfEvaluationSummary> inCycle(Viewer viewer, CycleId cycle) {
        return query(viewer, cycle, null);
    }

    /** That of one authority; empty when it has not started, or the viewer may not know. */
    public Optional<SelfEvaluationSummary> of(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        return query(viewer, cycle, authority.value()).stream().findFirst();
    }

    private List<SelfEvaluationSummary> query(Viewer viewer, CycleId cycle, @Nullable UUID authority) {
        // Who may read a version learns of it; its authority and the regional team learn of the newest in any state.
        var newestForAll =
                viewer.isOfTheRegionalTeam() ? "la.region_code = :viewerRegion or " + maySee.of("se") : maySee.of("se");
        return jdbc.sql("""
            select distinct on (se.authority_id) se.id, se.authority_id, se.cycle_id, se.number, se.state,
                   se.started_at, se.sent_at, se.signed_off_at,
                   (select max(s.submitted_at) from self_evaluation s
                    where s.authority_id = se.authority_id and s.cycle_id = se.cycle_id) as submitted_at,
                   (select r.id from self_evaluation r
                    where r.authority_id = se.authority_id and r.cycle_id = se.cycle_id and %s
                    order by r.number desc limit 1) as readable
            from self_evaluation se join local_authority la on la.id = se.authority_id
            where se.cycle_id = :cycle and (%s) %s
            order by se.authority_id, se.number desc
            """.formatted(
                        maySee.of("r"), newestForAll, authority == null ? "" : "and se.authority_id = :authority"))
                .params(maySee.parameters(viewer))
                .param(
                        "viewerRegion",
                        viewer.region() == null ? null : viewer.region().value())
                .param("cycle", cycle.value())
                .param("authority", authority)
                .query(SelfEvaluationSummaries::summary)
                .list();
    }

    private static SelfEvaluationSummary summary(ResultSet row, int number) throws SQLException {
        var readable = row.getObject("readable", UUID.class);
        return new SelfEvaluationSummary(
                new SelfEvaluationId(row.getObject("id", UUID.class)),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                new CycleId(row.getObject("cycle_id", UUID.class)),
                row.getInt("number"),
                SelfEvaluationState.valueOf(row.getString("state")),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("sent_at")),
                instant(row.getTimestamp("signed_off_at")),
                instant(row.getTimestamp("submitted_at")),
                readable == null ? null : new SelfEvaluationId(readable));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
