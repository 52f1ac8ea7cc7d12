package uk.slipway.commitments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** One commitment, and to its own authority how it is going. */
@UseCase(readOnly = true)
class ReadCommitment {

    private final JdbcClient jdbc;
    private final CommitmentRows rows;
    private final VisibleCommitments visible;
    private final CycleCalendar calendar;
    private final AuditTrail trail;

    ReadCommitment(
            JdbcClient jdbc,
            CommitmentRows rows,
            VisibleCommitments visible,
            CycleCalendar calendar,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.visible = visible;
        this.calendar = calendar;
        this.trail = trail;
    }

    record Note(String text, Instant at, String by) {}

    record Found(
            CommitmentView commitment,
            Optional<CycleView> madeIn,
            boolean own,
            List<Note> notes,
            List<TrailEntry> history) {}

    /** @throws NotFound when there is none that the viewer may see */
    Found handle(CommitmentId id, Viewer viewer) {
        var commitment = jdbc.sql("select " + CommitmentRows.COLUMNS + " from commitment c " + visible.from()
                        + " where c.id = :id and " + visible.where())
                .param("id", id.value())
                .params(visible.parameters(viewer))
                .query(rows::view)
                .optional()
                .map(found -> VisibleCommitments.asSeenBy(viewer, found))
                .orElseThrow(NotFound::new);
        boolean own = viewer.worksFor(commitment.authority());
        return new Found(
                commitment,
                calendar.find(commitment.madeIn()),
                own,
                own ? notes(id) : List.of(),
                own ? trail.of(new RecordRef(Commitment.KIND, id.value())) : List.of());
    }

    private List<Note> notes(CommitmentId id) {
        return jdbc.sql("""
            select note, noted_at, noted_by_name from commitment_progress
            where commitment_id = :id order by noted_at desc, id desc limit 100
            """)
                .param("id", id.value())
                .query((row, number) -> new Note(
                        row.getString("note"),
                        row.getTimestamp("noted_at").toInstant(),
                        row.getString("noted_by_name")))
                .list();
    }
}
