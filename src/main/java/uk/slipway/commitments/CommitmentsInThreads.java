package uk.slipway.commitments;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/** A commitment in a golden thread. How it went is told to its own authority alone, as on its page. */
@Component
class CommitmentsInThreads implements ThreadSource {

    private final JdbcClient jdbc;
    private final VisibleCommitments visible;

    CommitmentsInThreads(JdbcClient jdbc, VisibleCommitments visible) {
        this.jdbc = jdbc;
        this.visible = visible;
    }

    @Override
    public String kind() {
        return Commitment.KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        return jdbc
                .sql("select c.id, c.authority_id, c.words, c.state, c.made_at, c.made_in_year, o.name as"
                        + " authority_name from commitment c " + visible.from()
                        + " join organisation o on o.id = c.authority_id"
                        + " where c.id in (:ids) and " + visible.where())
                .params(visible.parameters(viewer))
                .param("ids", ids)
                .query((row, number) -> {
                    boolean own = viewer.worksFor(new LocalAuthorityId(row.getObject("authority_id", UUID.class)));
                    var id = row.getObject("id", UUID.class);
                    return Map.entry(
                            id,
                            new Summary(
                                    Strand.COMMITMENT,
                                    "Commitment",
                                    row.getString("words"),
                                    row.getString("authority_name"),
                                    LondonTime.dayOf(row.getTimestamp("made_at").toInstant()),
                                    own
                                            ? CommitmentState.valueOf(row.getString("state"))
                                                    .inWords()
                                            : "Made in " + new AcademicYear(row.getInt("made_in_year")).label(),
                                    null,
                                    "/commitments/" + id));
                })
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
