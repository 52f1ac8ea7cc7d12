package uk.slipway.datasets;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** A data set with its releases; files that wait, were refused or discarded are shown to the team that sent them. */
@UseCase(readOnly = true)
class ShowDataset {

    /** A data set. */
    record Shown(
            UUID id,
            String slug,
            String title,
            String source,
            @Nullable String sourceAddress,
            List<File> releases,
            List<File> files,
            List<TrailEntry> history) {}

    /** A file that was sent, and perhaps published. */
    record File(
            UUID id,
            @Nullable Integer number,
            String label,
            @Nullable LocalDate publishedOn,
            ReleaseState state,
            String name,
            long rows,
            long errors,
            long warnings,
            Instant receivedAt,
            String receivedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {}

    private static final int MOST_FILES = 50;

    private final JdbcClient jdbc;
    private final AuditTrail trail;

    ShowDataset(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    Shown show(Viewer viewer, String slug) {
        record Head(
                UUID id,
                String title,
                String source,
                @Nullable String address) {}
        var head = jdbc.sql("select id, title, source, source_address from dataset where slug = :slug")
                .param("slug", slug)
                .query((row, number) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("source"),
                        row.getString("source_address")))
                .optional()
                .orElseThrow(NotFound::new);
        var files = jdbc.sql("""
            select id, number, label, published_on, state, file_name, row_count, error_count, warning_count,
                   received_at, received_by, decided_at, decided_by
            from dataset_release
            where dataset_id = :dataset and (state = 'PUBLISHED' or owner_organisation_id = :organisation)
            order by received_at desc, id desc limit %d
            """.formatted(MOST_FILES))
                .param("dataset", head.id())
                .param("organisation", viewer.organisation().value())
                .query((row, number) -> new File(
                        row.getObject("id", UUID.class),
                        row.getObject("number", Integer.class),
                        row.getString("label"),
                        row.getObject("published_on", LocalDate.class),
                        ReleaseState.valueOf(row.getString("state")),
                        row.getString("file_name"),
                        row.getLong("row_count"),
                        row.getLong("error_count"),
                        row.getLong("warning_count"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("received_by"),
                        instant(row.getTimestamp("decided_at")),
                        row.getString("decided_by")))
                .list();
        return new Shown(
                head.id(),
                slug,
                head.title(),
                head.source(),
                head.address(),
                files.stream()
                        .filter(file -> file.state() == ReleaseState.PUBLISHED)
                        .sorted((one, other) -> Integer.compare(
                                other.number() == null ? 0 : other.number(), one.number() == null ? 0 : one.number()))
                        .toList(),
                files.stream()
                        .filter(file -> file.state() != ReleaseState.PUBLISHED)
                        .toList(),
                viewer.isOfTheRegionalTeam() ? trail.of(new RecordRef("dataset", head.id())) : List.of());
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
