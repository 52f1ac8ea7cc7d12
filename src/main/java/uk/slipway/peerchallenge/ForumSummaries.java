package uk.slipway.peerchallenge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;

/**
 * Forums for the rooms above, and for the home pages. What a viewer may not see is absent. Ofsted's link for an authority
 * sees that there is a forum and its day, and nothing else of it.
 */
@Component
public class ForumSummaries {

    private static final String LINKED = """
        (:ofsted and exists (select 1 from appointment a where a.account_id = :viewerAccount
            and a.kind = 'OFSTED_LINK' and a.subject_id = f.authority_id
            and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)))
        """;

    private final JdbcClient jdbc;
    private final MaySee maySee;

    ForumSummaries(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    public Optional<ForumSummary> find(Viewer viewer, ForumId id) {
        return query(viewer, "f.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** These forums, by id; what the viewer may not see is absent. */
    public Map<ForumId, ForumSummary> named(Viewer viewer, Collection<ForumId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : query(
                                viewer,
                                "f.id in (:ids)",
                                Map.of("ids", ids.stream().map(ForumId::value).toList()))
                        .stream()
                        .collect(Collectors.toMap(ForumSummary::id, summary -> summary));
    }

    /** The forum of an authority in a cycle; a cancelled one only where no other followed. */
    public Optional<ForumSummary> of(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        return query(
                        viewer,
                        "f.authority_id = :authority and f.cycle_id = :cycle",
                        Map.of("authority", authority.value(), "cycle", cycle.value()))
                .stream()
                .min(Comparator.comparing(summary -> summary.state() == ForumState.CANCELLED));
    }

    /** Every forum of a cycle that the viewer may see, in the order of their days. */
    public List<ForumSummary> inCycle(Viewer viewer, CycleId cycle) {
        return query(viewer, "f.cycle_id = :cycle", Map.of("cycle", cycle.value()));
    }

    private List<ForumSummary> query(Viewer viewer, String which, Map<String, Object> parameters) {
        boolean ofsted = viewer.is(Role.OFSTED_COLLEAGUE);
        return jdbc.sql("select f.id, f.authority_id, f.cycle_id, f.held_on, f.starts_at, f.state from forum f where "
                        + which + " and (" + maySee.of("f") + " or " + LINKED + ")"
                        + " order by f.held_on nulls last, f.id")
                .params(maySee.parameters(viewer))
                .params(parameters)
                .param("ofsted", ofsted)
                .query((row, number) -> summary(row, ofsted))
                .list();
    }

    private static ForumSummary summary(ResultSet row, boolean ofsted) throws SQLException {
        var state = ForumState.valueOf(row.getString("state"));
        if (ofsted && !state.isStopped()) {
            state = state.hasReached(ForumState.HELD) ? ForumState.HELD : ForumState.PLANNED;
        }
        return new ForumSummary(
                new ForumId(row.getObject("id", UUID.class)),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                new CycleId(row.getObject("cycle_id", UUID.class)),
                row.getObject("held_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class),
                state);
    }
}
