package uk.slipway.inspections;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of inspections that were sent. */
@Component
class SentFiles {

    private static final String ALL = """
        select id, file_name, content, sent_at, sent_by, state, accepted_at, accepted_by, added, changed, unchanged
        from inspection_import
        """;

    private final JdbcClient jdbc;

    SentFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SentFile> find(UUID id) {
        return jdbc.sql(ALL + "where id = :id")
                .param("id", id)
                .query(SentFiles::file)
                .optional();
    }

    /** A file without its content. */
    record Sent(UUID id, String name, Instant at, String by, boolean waits) {}

    /** The latest twenty, the newest first. */
    List<Sent> latest() {
        return jdbc.sql("""
            select id, file_name, sent_at, sent_by, state from inspection_import order by sent_at desc, id desc limit 20
            """)
                .query((row, number) -> new Sent(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getString("sent_by"),
                        row.getString("state").equals("WAITING")))
                .list();
    }

    /** The same bytes, imported before. */
    boolean knows(byte[] content) {
        return jdbc.sql("select exists (select from inspection_import where sha256 = :sum and state = 'APPLIED')")
                .param("sum", sum(content))
                .query(Boolean.class)
                .single();
    }

    void keep(UUID id, String name, byte[] content, Instant at, String by) {
        jdbc.sql("""
            insert into inspection_import (id, file_name, sha256, content, sent_at, sent_by, state)
            values (:id, :name, :sum, :content, :at, :by, 'WAITING')
            """)
                .param("id", id)
                .param("name", name)
                .param("sum", sum(content))
                .param("content", content)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void applied(UUID id, Inspections.Counts counts, @Nullable Instant acceptedAt, @Nullable String acceptedBy) {
        jdbc.sql("""
            update inspection_import set state = 'APPLIED', added = :added, changed = :changed, unchanged = :unchanged,
                accepted_at = :at, accepted_by = :by where id = :id
            """)
                .param("id", id)
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("at", acceptedAt == null ? null : acceptedAt.atOffset(ZoneOffset.UTC))
                .param("by", acceptedBy)
                .update();
    }

    private static String sum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static SentFile file(ResultSet row, int number) throws SQLException {
        var accepted = row.getTimestamp("accepted_at");
        return new SentFile(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getBytes("content"),
                row.getTimestamp("sent_at").toInstant(),
                row.getString("sent_by"),
                accepted == null ? null : accepted.toInstant(),
                row.getString("accepted_by"),
                row.getString("state").equals("WAITING")
                        ? null
                        : new Inspections.Counts(row.getInt("added"), row.getInt("changed"), row.getInt("unchanged")));
    }
}
