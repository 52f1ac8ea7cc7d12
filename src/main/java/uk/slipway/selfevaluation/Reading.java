package uk.slipway.selfevaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.indicators.CitableFigures;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;

/** What pages read of self-evaluations: one statement for each kind of line, and only what the viewer may see. */
@Component
class Reading {

    /** The top of a self-evaluation. */
    record Head(
            SelfEvaluationId id,
            LocalAuthorityId authority,
            String authorityName,
            CycleId cycle,
            AcademicYear year,
            int number,
            SelfEvaluationState state,
            Instant startedAt,
            String startedBy,
            @Nullable Instant sentAt,
            @Nullable Instant signedOffAt,
            @Nullable Instant submittedAt,
            @Nullable String submittedBy,
            @Nullable Instant challengedAt,
            @Nullable Instant closedAt,
            @Nullable Instant returnedAt,
            @Nullable String returnedBy,
            @Nullable String returnedBecause,
            int newestNumber,
            int signatures) {

        public String title() {
            return authorityName + " self-evaluation " + year.label();
        }

        public String address() {
            return "/self-evaluations/" + id.value();
        }

        boolean isNewest() {
            return number == newestNumber;
        }

        /** Whether its text can be changed as it is. */
        boolean open() {
            return state.isBeforeSubmission();
        }
    }

    /** One section, without its text. */
    record SectionLine(
            UUID id,
            String code,
            String title,
            @Nullable String areaCode,
            boolean complete,
            boolean written,
            int strengths,
            int areas,
            int evidence,
            int indicators,
            @Nullable Instant savedAt,
            @Nullable String savedBy) {

        boolean touched() {
            return written || strengths > 0 || areas > 0 || evidence > 0;
        }
    }

    /** One section with its text. */
    record SectionText(
            UUID id,
            long version,
            String code,
            String title,
            String guidance,
            @Nullable String areaCode,
            boolean progress,
            String body,
            @Nullable String grade,
            boolean complete,
            @Nullable Instant savedAt,
            @Nullable String savedBy) {}

    /** A strength or an area for development. */
    record PointLine(UUID id, UUID section, Point.Kind kind, String text, long version) {}

    /**
     * A piece of evidence.
     *
     * @param citation the citation of a figure, the same in every version, or null
     * @param since what has been published since a figure was cited, or null
     */
    record EvidenceLine(
            UUID id,
            UUID section,
            EvidenceKind kind,
            String reference,
            @Nullable LocalDate dated,
            String note,
            @Nullable UUID document,
            @Nullable String documentName,
            @Nullable CitedFigure cited,
            @Nullable UUID citation,
            @Nullable String since) {

        EvidenceLine with(@Nullable String publishedSince) {
            return new EvidenceLine(
                    id, section, kind, reference, dated, note, document, documentName, cited, citation, publishedSince);
        }

        /** What puts the figure into the section's text, such as {@code [figure:1a2b3c4d]}; null where none is cited. */
        public @Nullable String marker() {
            return citation == null ? null : "[" + FiguresInText.marker(citation) + "]";
        }
    }

    /** A name under the self-evaluation. */
    record SignOffLine(
            int step,
            String verb,
            Role role,
            String signedBy,
            LocalDate signedOn,
            boolean onPaper,
            @Nullable UUID document,
            String recordedBy,
            @Nullable Instant voidedAt,
            @Nullable String voidedBecause) {

        boolean counts() {
            return voidedAt == null;
        }
    }

    private static final String HEAD = """
        select se.*, o.name as authority_name,
               (select max(n.number) from self_evaluation n
                where n.authority_id = se.authority_id and n.cycle_id = se.cycle_id) as newest_number,
               (select count(*) from self_evaluation_sign_off s
                where s.evaluation_id = se.id and s.voided_at is null) as signatures
        from self_evaluation se join organisation o on o.id = se.authority_id
        """;

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final CitableFigures figures;

    Reading(JdbcClient jdbc, MaySee maySee, CitableFigures figures) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.figures = figures;
    }

    Optional<Head> head(SelfEvaluationId id, Viewer viewer) {
        return jdbc.sql(HEAD + "where se.id = :id and " + maySee.of("se"))
                .param("id", id.value())
                .params(maySee.parameters(viewer))
                .query(Reading::head)
                .optional();
    }

    /** Every version the viewer's own authority has, newest year and version first. */
    List<Head> ofAuthority(LocalAuthorityId authority) {
        return jdbc.sql(HEAD + "where se.authority_id = :authority order by se.year desc, se.number desc limit 100")
                .param("authority", authority.value())
                .query(Reading::head)
                .list();
    }

    /**
     * What others have shown to the viewer, newest first.
     *
     * @param before the last line of the page before; many are submitted at one moment, so that the id decides too
     */
    List<Head> shownTo(
            Viewer viewer, @Nullable LocalAuthorityId but, ListSelfEvaluations.@Nullable Line before, int most) {
        return jdbc.sql(HEAD + "where " + maySee.of("se") + """
             and se.authority_id is distinct from cast(:but as uuid)
             and se.submitted_at is not null
             and (cast(:before as timestamptz) is null
                  or (se.submitted_at, se.id) < (cast(:before as timestamptz), cast(:beforeId as uuid)))
            order by se.submitted_at desc, se.id desc limit :most
            """)
                .params(maySee.parameters(viewer))
                .param("but", but == null ? null : but.value())
                .param("before", before == null ? null : before.submittedAt().atOffset(java.time.ZoneOffset.UTC))
                .param("beforeId", before == null ? null : before.id())
                .param("most", most)
                .query(Reading::head)
                .list();
    }

    List<SectionLine> sectionLines(SelfEvaluationId id) {
        return jdbc.sql("""
            select s.id, s.code, s.title, s.area_code, s.complete, s.body <> '' as written, s.saved_at, s.saved_by,
                   (select count(*) from self_evaluation_point p
                    where p.section_id = s.id and p.kind = 'STRENGTH') as strengths,
                   (select count(*) from self_evaluation_point p
                    where p.section_id = s.id and p.kind = 'AREA_FOR_DEVELOPMENT') as areas,
                   (select count(*) from self_evaluation_evidence e where e.section_id = s.id) as evidence,
                   (select count(*) from self_evaluation_evidence e
                    where e.section_id = s.id and e.kind = 'INDICATOR') as indicators
            from self_evaluation_section s where s.evaluation_id = :id order by s.position
            """)
                .param("id", id.value())
                .query((row, number) -> new SectionLine(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("area_code"),
                        row.getBoolean("complete"),
                        row.getBoolean("written"),
                        row.getInt("strengths"),
                        row.getInt("areas"),
                        row.getInt("evidence"),
                        row.getInt("indicators"),
                        instant(row, "saved_at"),
                        row.getString("saved_by")))
                .list();
    }

    /** All sections with their texts, or the one with a code. */
    List<SectionText> sections(SelfEvaluationId id, @Nullable String code) {
        return jdbc.sql("""
            select * from self_evaluation_section s
            where s.evaluation_id = :id and (cast(:code as text) is null or s.code = :code) order by s.position
            """)
                .param("id", id.value())
                .param("code", code)
                .query((row, number) -> new SectionText(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("guidance"),
                        row.getString("area_code"),
                        row.getBoolean("progress"),
                        row.getString("body"),
                        row.getString("grade"),
                        row.getBoolean("complete"),
                        instant(row, "saved_at"),
                        row.getString("saved_by")))
                .list();
    }

    List<PointLine> points(SelfEvaluationId id, @Nullable String code) {
        return jdbc.sql("""
            select p.* from self_evaluation_point p join self_evaluation_section s on s.id = p.section_id
            where s.evaluation_id = :id and (cast(:code as text) is null or s.code = :code) order by p.origin_id, p.id
            """)
                .param("id", id.value())
                .param("code", code)
                .query((row, number) -> new PointLine(
                        row.getObject("id", UUID.class),
                        row.getObject("section_id", UUID.class),
                        Point.Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getLong("version")))
                .list();
    }

    /** The evidence of all sections, or of the one with a code; a cited figure with what has been published since. */
    List<EvidenceLine> evidence(Head head, @Nullable String code) {
        var lines = evidence(head.id(), code);
        var now = figures.now(
                head.authority(),
                lines.stream()
                        .map(EvidenceLine::cited)
                        .filter(Objects::nonNull)
                        .map(CitedFigure::which)
                        .collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> {
                    var cited = line.cited();
                    return cited == null ? line : line.with(cited.since(now.get(cited.which())));
                })
                .toList();
    }

    private List<EvidenceLine> evidence(SelfEvaluationId id, @Nullable String code) {
        return jdbc.sql("""
            select e.*, d.name as document_name
            from self_evaluation_evidence e join self_evaluation_section s on s.id = e.section_id
            left join self_evaluation_document d on d.id = e.document_id
            where s.evaluation_id = :id and (cast(:code as text) is null or s.code = :code)
            order by e.created_at, e.id
            """)
                .param("id", id.value())
                .param("code", code)
                .query((row, number) -> new EvidenceLine(
                        row.getObject("id", UUID.class),
                        row.getObject("section_id", UUID.class),
                        EvidenceKind.valueOf(row.getString("kind")),
                        row.getString("reference"),
                        row.getObject("dated", LocalDate.class),
                        row.getString("note"),
                        row.getObject("document_id", UUID.class),
                        row.getString("document_name"),
                        cited(row),
                        row.getObject("citation_id", UUID.class),
                        null))
                .list();
    }

    static @Nullable CitedFigure cited(ResultSet row) throws SQLException {
        var indicator = row.getString("cited_indicator");
        var at = instant(row, "cited_at");
        return indicator == null || at == null
                ? null
                : new CitedFigure(
                        indicator,
                        row.getInt("cited_period"),
                        row.getBigDecimal("cited_value"),
                        row.getString("cited_symbol"),
                        row.getString("cited_words"),
                        row.getString("cited_comparators"),
                        row.getString("cited_source"),
                        row.getInt("cited_release"),
                        row.getObject("cited_published", LocalDate.class),
                        at);
    }

    List<SignOffLine> signOffs(SelfEvaluationId id) {
        return jdbc.sql("select * from self_evaluation_sign_off where evaluation_id = :id order by recorded_at, step")
                .param("id", id.value())
                .query((row, number) -> new SignOffLine(
                        row.getInt("step"),
                        row.getString("verb"),
                        Role.valueOf(row.getString("role")),
                        row.getString("signed_by"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getBoolean("on_paper"),
                        row.getObject("document_id", UUID.class),
                        row.getString("recorded_by"),
                        instant(row, "voided_at"),
                        row.getString("voided_because")))
                .list();
    }

    /** Whom a version is shown to now: audiences, each with the words of its share. */
    List<String> audiences(SelfEvaluationId id) {
        return jdbc.sql("select audience from share where record_id = :id and ended_at is null order by made_at")
                .param("id", id.value())
                .query((row, number) -> row.getString("audience"))
                .list();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                new SelfEvaluationId(row.getObject("id", UUID.class)),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                row.getString("authority_name"),
                new CycleId(row.getObject("cycle_id", UUID.class)),
                new AcademicYear(row.getInt("year")),
                row.getInt("number"),
                SelfEvaluationState.valueOf(row.getString("state")),
                row.getTimestamp("started_at").toInstant(),
                row.getString("started_by"),
                instant(row, "sent_at"),
                instant(row, "signed_off_at"),
                instant(row, "submitted_at"),
                row.getString("submitted_by"),
                instant(row, "challenged_at"),
                instant(row, "closed_at"),
                instant(row, "returned_at"),
                row.getString("returned_by"),
                row.getString("returned_because"),
                row.getInt("newest_number"),
                row.getInt("signatures"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
