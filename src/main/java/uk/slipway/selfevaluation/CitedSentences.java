package uk.slipway.selfevaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.threads.Origin;
import uk.slipway.web.Markdown;

/** Figures that self-evaluations cite, with the sentence that cites each, as far as a viewer may read. */
@Component
public class CitedSentences {

    private static final int MOST_OFFERED = 200;

    /**
     * A citation in one version of a self-evaluation.
     *
     * @param asked whether this very citation was asked for, and not only another of its section
     * @param body the section's text, where it was asked for
     */
    private record Row(
            UUID citation,
            UUID section,
            boolean asked,
            String reference,
            String note,
            CitedFigure figure,
            @Nullable String body,
            UUID evaluation,
            int number,
            SelfEvaluationState state,
            AcademicYear year,
            LocalAuthorityId authority,
            String authorityName,
            String code,
            String title) {}

    /**
     * A citation as it stands in the newest version that the viewer reads.
     *
     * @param sentence the sentence that holds its marker, or else what was noted beside it; null where there is neither
     * @param section the title of its section
     * @param address of the section in the document
     */
    record Cited(
            UUID citation,
            String reference,
            CitedFigure figure,
            @Nullable String sentence,
            LocalAuthorityId authority,
            String authorityName,
            AcademicYear year,
            SelfEvaluationState state,
            String section,
            String address) {}

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final Markdown markdown;

    CitedSentences(JdbcClient jdbc, MaySee maySee, Markdown markdown) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.markdown = markdown;
    }

    /** What a question can be made from: each sentence that cites a figure, or the figure where no sentence does. One statement. */
    public List<Origin> of(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        return cited(rows(
                        viewer,
                        "se.authority_id = :authority and se.cycle_id = :cycle",
                        Map.of("authority", authority.value(), "cycle", cycle.value())))
                .values()
                .stream()
                .limit(MOST_OFFERED)
                .map(cited -> cited.sentence() == null
                        ? Origin.of(Threads.figure(cited.citation()), "Figure", cited.reference())
                        : Origin.of(Threads.sentence(cited.citation()), "Sentence", cited.sentence()))
                .toList();
    }

    /** Those of some citations that the viewer may read. One statement. */
    Map<UUID, Cited> find(Viewer viewer, Collection<UUID> citations) {
        return cited(rows(viewer, "e.citation_id in (:citations)", Map.of("citations", citations)));
    }

    private List<Row> rows(Viewer viewer, String which, Map<String, Object> parameters) {
        return jdbc.sql("""
            with asked as (
                select e.id, e.section_id
                from self_evaluation_evidence e
                  join self_evaluation_section s on s.id = e.section_id
                  join self_evaluation se on se.id = s.evaluation_id
                where e.citation_id is not null and WHICH and MAYSEE)
            select e.*, exists (select 1 from asked a where a.id = e.id) as asked, s.code, s.title,
                   case when row_number() over (partition by s.id order by e.id) = 1 then s.body end as body,
                   se.id as evaluation, se.number, se.state, se.year, o.name as authority_name
            from self_evaluation_evidence e
              join self_evaluation_section s on s.id = e.section_id
              join self_evaluation se on se.id = s.evaluation_id
              join organisation o on o.id = se.authority_id
            where e.citation_id is not null and e.section_id in (select a.section_id from asked a)
            order by se.number desc, s.position, e.created_at, e.id
            """.replace("WHICH", which).replace("MAYSEE", maySee.of("se")))
                .params(maySee.parameters(viewer))
                .params(parameters)
                .query(CitedSentences::row)
                .list();
    }

    /** The newest version whose text holds the marker; where none does, the newest with a note, or else the newest. */
    private Map<UUID, Cited> cited(List<Row> rows) {
        var bodies = new HashMap<UUID, String>();
        var figures = new HashMap<UUID, List<FiguresInText.Citation>>();
        for (var row : rows) {
            if (row.body() != null) {
                bodies.put(row.section(), row.body());
            }
            figures.computeIfAbsent(row.section(), section -> new ArrayList<>())
                    .add(new FiguresInText.Citation(row.citation(), row.figure(), null));
        }
        var found = new LinkedHashMap<UUID, Cited>();
        var held = new HashMap<UUID, Cited>();
        for (var row : rows) {
            if (!row.asked() || held.containsKey(row.citation())) {
                continue;
            }
            var quoted = markdown.sentenceWith(
                    bodies.get(row.section()),
                    FiguresInText.marker(row.citation()),
                    FiguresInText.ofCitations(Objects.requireNonNull(figures.get(row.section()))));
            var known = found.get(row.citation());
            var sentence = quoted.or(() -> Optional.of(row.note()).filter(note -> !note.isBlank()))
                    .orElse(null);
            var cited = new Cited(
                    row.citation(),
                    row.reference(),
                    row.figure(),
                    sentence,
                    row.authority(),
                    row.authorityName(),
                    row.year(),
                    row.state(),
                    row.title(),
                    "/self-evaluations/" + row.evaluation() + "/read#" + row.code());
            if (quoted.isPresent()) {
                held.put(row.citation(), cited);
            }
            if (known == null || quoted.isPresent() || known.sentence() == null && sentence != null) {
                found.put(row.citation(), cited);
            }
        }
        return found;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("citation_id", UUID.class),
                row.getObject("section_id", UUID.class),
                row.getBoolean("asked"),
                row.getString("reference"),
                row.getString("note"),
                Objects.requireNonNull(Reading.cited(row)),
                row.getString("body"),
                row.getObject("evaluation", UUID.class),
                row.getInt("number"),
                SelfEvaluationState.valueOf(row.getString("state")),
                new AcademicYear(row.getInt("year")),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                row.getString("authority_name"),
                row.getString("code"),
                row.getString("title"));
    }
}
