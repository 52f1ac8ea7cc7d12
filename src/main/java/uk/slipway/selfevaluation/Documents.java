package uk.slipway.selfevaluation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.CheckedFile;

/** Keeps uploaded files in the database, so that one backup has everything, and hands them out to those who may read. */
@Component
class Documents {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    Documents(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    UUID keep(SelfEvaluation evaluation, CheckedFile file, String by, Instant at) {
        var id = Uuid7.at(at);
        jdbc.sql("""
            insert into self_evaluation_document
                (id, evaluation_id, authority_id, name, media_type, size, content, uploaded_at, uploaded_by)
            values (:id, :evaluation, :authority, :name, :type, :size, :content, :at, :by)
            """)
                .param("id", id)
                .param("evaluation", evaluation.id().value())
                .param("authority", evaluation.authority().value())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.content().length)
                .param("content", file.content())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        return id;
    }

    /** A file, where the viewer may read a self-evaluation that names it, or it is a scan of their own authority's. */
    Optional<CheckedFile> read(UUID id, Viewer viewer) {
        return jdbc.sql("""
            select d.name, d.media_type, d.content from self_evaluation_document d
            where d.id = :id and (
                exists (select 1 from self_evaluation_evidence e
                        join self_evaluation_section s on s.id = e.section_id
                        join self_evaluation se on se.id = s.evaluation_id
                        where e.document_id = d.id and %s)
                or (d.authority_id = :viewerAuthority and exists (
                        select 1 from self_evaluation_sign_off o where o.document_id = d.id)))
            """.formatted(maySee.of("se")))
                .param("id", id)
                .params(maySee.parameters(viewer))
                .query((row, number) ->
                        new CheckedFile(row.getString("name"), row.getString("media_type"), row.getBytes("content")))
                .optional();
    }
}
