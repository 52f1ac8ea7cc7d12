package uk.slipway.selfevaluation;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.sharing.MaySee;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/**
 * The self-evaluation in which a commitment of an earlier year is answered, in a golden thread: the newest version that the
 * viewer may read of the year to which the link points.
 */
@Component
class AnswersInThreads implements ThreadSource {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    AnswersInThreads(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    @Override
    public String kind() {
        return SelfEvaluationId.KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        return jdbc
                .sql("""
                    select distinct on (asked.id) asked.id as asked, se.id, se.year, se.state, se.started_at, se.submitted_at,
                           o.name as authority_name
                    from self_evaluation asked
                      join self_evaluation se on se.authority_id = asked.authority_id and se.cycle_id = asked.cycle_id
                      join organisation o on o.id = se.authority_id
                    where asked.id in (:ids) and MAYSEE
                    order by asked.id, se.number desc
                    """.replace("MAYSEE", maySee.of("se")))
                .params(maySee.parameters(viewer))
                .param("ids", ids)
                .query((row, number) -> {
                    var at = row.getTimestamp("submitted_at") == null
                            ? row.getTimestamp("started_at")
                            : row.getTimestamp("submitted_at");
                    var authority = row.getString("authority_name");
                    return Map.entry(
                            row.getObject("asked", UUID.class),
                            new Summary(
                                    Strand.ANSWER,
                                    "Self-evaluation",
                                    authority + " self-evaluation "
                                            + new AcademicYear(row.getInt("year")).label()
                                            + ", which answers what was promised before",
                                    authority,
                                    LondonTime.dayOf(at.toInstant()),
                                    SelfEvaluationState.valueOf(row.getString("state"))
                                            .inWords(),
                                    null,
                                    "/self-evaluations/" + row.getObject("id", UUID.class)));
                })
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
