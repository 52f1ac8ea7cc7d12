package uk.slipway.annualconversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;

/** Which conversations there are, for the home pages and boards; one statement for each answer. */
@Component
public class ConversationSummaries {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    ConversationSummaries(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    public Optional<ConversationSummary> find(Viewer viewer, ConversationId id) {
        return query(viewer, "c.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** An authority's conversations of a cycle, cancelled ones included, by date. */
    public List<ConversationSummary> of(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        return query(
                viewer,
                "c.authority_id = :authority and c.cycle_id = :cycle",
                Map.of("authority", authority.value(), "cycle", cycle.value()));
    }

    /** Every conversation of a cycle that the viewer may know of, by date. */
    public List<ConversationSummary> inCycle(Viewer viewer, CycleId cycle) {
        return query(viewer, "c.cycle_id = :cycle", Map.of("cycle", cycle.value()));
    }

    private List<ConversationSummary> query(Viewer viewer, String where, Map<String, Object> own) {
        var parameters = new HashMap<>(maySee.parameters(viewer));
        parameters.putAll(own);
        return jdbc.sql("select c.id, c.authority_id, c.cycle_id, c.remit, c.date, c.state from annual_conversation c"
                        + " where "
                        + where + " and " + maySee.of("c") + " order by c.date, c.id")
                .params(parameters)
                .query(ConversationSummaries::summary)
                .list();
    }

    private static ConversationSummary summary(ResultSet row, int number) throws SQLException {
        return new ConversationSummary(
                new ConversationId(row.getObject("id", UUID.class)),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                new CycleId(row.getObject("cycle_id", UUID.class)),
                Remit.valueOf(row.getString("remit")),
                row.getObject("date", LocalDate.class),
                ConversationState.valueOf(row.getString("state")));
    }
}
