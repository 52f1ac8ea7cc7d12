package uk.slipway.commitments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/** Reads commitments with their answers in one statement. */
@Component
class CommitmentRows {

    /** The columns of a commitment, of the table under the alias {@code c}. */
    static final String COLUMNS = """
        c.id, c.authority_id, c.made_in, c.made_in_year, c.source, c.from_kind, c.from_id, c.words, c.area_code,
        c.owner, c.due, c.state,
        (select json_agg(json_build_object('cycle', a.cycle_id, 'year', a.year_starts_in, 'answer', a.answer,
                                           'note', a.note, 'at', a.answered_at, 'by', a.answered_by_name)
                         order by a.year_starts_in)
         from commitment_answer a where a.commitment_id = c.id) as answers
        """;

    private final JsonMapper json;

    CommitmentRows(JsonMapper json) {
        this.json = json;
    }

    private record AnswerRow(UUID cycle, int year, CommitmentAnswer answer, String note, Instant at, String by) {}

    CommitmentView view(ResultSet row, int number) throws SQLException {
        var answers = row.getString("answers");
        List<CommitmentAnswered> given = answers == null
                ? List.of()
                : Arrays.stream(json.readValue(answers, AnswerRow[].class))
                        .map(answer -> new CommitmentAnswered(
                                new CycleId(answer.cycle()),
                                new AcademicYear(answer.year()),
                                answer.answer(),
                                answer.note(),
                                answer.at(),
                                answer.by()))
                        .toList();
        return new CommitmentView(
                new CommitmentId(row.getObject("id", UUID.class)),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                new CycleId(row.getObject("made_in", UUID.class)),
                new AcademicYear(row.getInt("made_in_year")),
                CommitmentSource.valueOf(row.getString("source")),
                new RecordRef(row.getString("from_kind"), row.getObject("from_id", UUID.class)),
                row.getString("words"),
                row.getString("area_code"),
                row.getString("owner"),
                row.getObject("due", LocalDate.class),
                CommitmentState.valueOf(row.getString("state")),
                given);
    }
}
