package uk.slipway.selfevaluation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface Sections extends Repository<Section, SectionId> {

    Section save(Section section);

    Section saveAndFlush(Section section);

    Optional<Section> findByEvaluationAndCode(UUID evaluation, String code);

    List<Section> findByEvaluationOrderByPosition(UUID evaluation);

    /** Keeps the text that a section has now as one of its revisions. */
    @Modifying
    @NativeQuery("""
        insert into self_evaluation_revision (section_id, version, body, grade, saved_at, saved_by)
        select id, version, body, grade, saved_at, saved_by from self_evaluation_section
        where id = :section and saved_at is not null on conflict do nothing
        """)
    void keepRevision(UUID section);

    /** The text that a section had at a version, or the last one before it. */
    @NativeQuery("""
        select body from self_evaluation_revision where section_id = :section and version <= :version
        order by version desc limit 1
        """)
    Optional<String> textAt(UUID section, long version);
}
