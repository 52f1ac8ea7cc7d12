package uk.slipway.datasets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/**
 * A file's report, or a published release. What is not published is shown to the team that sent it; to anybody else it
 * does not exist.
 */
@UseCase(readOnly = true)
class ShowRelease {

    /** A file that was sent. */
    record Shown(
            UUID id,
            int key,
            String slug,
            String title,
            String source,
            @Nullable Integer number,
            String label,
            @Nullable LocalDate publishedOn,
            ReleaseState state,
            SentFile file,
            long rows,
            long kept,
            long errors,
            long warnings,
            Instant receivedAt,
            String receivedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            List<Column> columns,
            List<Found> findings) {

        /** The columns that hold figures. */
        public List<Column> figures() {
            return columns.stream()
                    .filter(column -> column.role() == Column.Role.FIGURE)
                    .toList();
        }

        /** The columns that say what a row's figures are about. */
        public List<Column> filters() {
            return columns.stream()
                    .filter(column -> column.role() == Column.Role.FILTER)
                    .toList();
        }
    }

    /** A finding as it is reported. */
    record Found(
            Severity severity,
            @Nullable Long line,
            @Nullable String column,
            @Nullable String value,
            long times,
            String message,
            String advice) {}

    /** The most columns that a page or an answer lists. */
    private static final int MOST_COLUMNS = 1_000;

    private final JdbcClient jdbc;

    ShowRelease(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Shown file(Viewer viewer, String slug, ReleaseId id) {
        return show(
                "r.id = :which and (r.state = 'PUBLISHED' or r.owner_organisation_id = :organisation)",
                viewer,
                slug,
                id.value());
    }

    Shown release(Viewer viewer, String slug, int number) {
        return show("r.number = :which and r.state = 'PUBLISHED' and :organisation is not null", viewer, slug, number);
    }

    private Shown show(String condition, Viewer viewer, String slug, Object which) {
        var head = jdbc.sql("""
            select r.*, d.slug, d.title, d.source from dataset d join dataset_release r on r.dataset_id = d.id
            where d.slug = :slug and %s
            """.formatted(condition))
                .param("slug", slug)
                .param("which", which)
                .param("organisation", viewer.organisation().value())
                .query((row, index) -> new Shown(
                        row.getObject("id", UUID.class),
                        row.getInt("key"),
                        row.getString("slug"),
                        row.getString("title"),
                        row.getString("source"),
                        row.getObject("number", Integer.class),
                        row.getString("label"),
                        row.getObject("published_on", LocalDate.class),
                        ReleaseState.valueOf(row.getString("state")),
                        new SentFile(
                                row.getString("file_name"),
                                row.getLong("file_bytes"),
                                row.getString("file_sha256"),
                                row.getString("encoding")),
                        row.getLong("row_count"),
                        row.getLong("kept_rows"),
                        row.getLong("error_count"),
                        row.getLong("warning_count"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("received_by"),
                        ShowDataset.instant(row.getTimestamp("decided_at")),
                        row.getString("decided_by"),
                        List.of(),
                        List.of()))
                .optional()
                .orElseThrow(NotFound::new);
        return new Shown(
                head.id(),
                head.key(),
                head.slug(),
                head.title(),
                head.source(),
                head.number(),
                head.label(),
                head.publishedOn(),
                head.state(),
                head.file(),
                head.rows(),
                head.kept(),
                head.errors(),
                head.warnings(),
                head.receivedAt(),
                head.receivedBy(),
                head.decidedAt(),
                head.decidedBy(),
                columns(head.key()),
                findings(head.key()));
    }

    private List<Column> columns(int key) {
        return jdbc.sql("""
            select position, name, role, number, label, unit, decimal_places, grouping, hint from dataset_column
            where release_key = :key and role in ('FILTER', 'FIGURE') order by position limit %d
            """.formatted(MOST_COLUMNS))
                .param("key", key)
                .query((row, index) -> new Column(
                        row.getInt("position"),
                        row.getString("name"),
                        Column.Role.valueOf(row.getString("role")),
                        row.getObject("number", Integer.class),
                        row.getString("label"),
                        row.getString("unit"),
                        row.getObject("decimal_places", Integer.class),
                        row.getString("grouping"),
                        row.getString("hint")))
                .list();
    }

    private List<Found> findings(int key) {
        return jdbc.sql("""
            select severity, line, column_name, value, times, message, advice from dataset_finding
            where release_key = :key order by position
            """)
                .param("key", key)
                .query((row, index) -> new Found(
                        Severity.valueOf(row.getString("severity")),
                        row.getObject("line", Long.class),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getLong("times"),
                        row.getString("message"),
                        row.getString("advice")))
                .list();
    }

    static String size(long bytes) {
        for (var unit : Arrays.asList("bytes", "kB", "MB")) {
            if (bytes < 1_000 || unit.equals("MB")) {
                return bytes + " " + unit;
            }
            bytes = (bytes + 500) / 1_000;
        }
        throw new IllegalStateException();
    }
}
