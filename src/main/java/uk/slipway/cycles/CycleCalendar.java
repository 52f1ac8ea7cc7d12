package uk.slipway.cycles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.RegionCode;

/**
 * The years of a region, for reading by the other rooms. Each answer is one statement, whatever a year has in it. A
 * cycle that is still being set up is among them: what a person may be shown of it is for the caller to decide.
 */
@Component
public class CycleCalendar {

    private static final String CYCLES = """
        select c.id, c.region_code, c.year_starts_in, c.state, c.maximum_peers, c.education_specialist,
               c.social_care_lead, t.number as template_number, s.code as scheme_code, s.name as scheme_name,
               s.overall_grade,
               (select json_agg(json_build_object('kind', m.kind, 'on', m.falls_on,
                                                  'responsible', string_to_array(m.responsible, ',')))
                from cycle_milestone m where m.cycle_id = c.id) as milestones,
               (select json_agg(json_build_object('code', a.code, 'name', a.name) order by a.position)
                from judgement_area a where a.scheme_code = s.code and a.code <> 'OVERALL') as areas,
               (select json_agg(json_build_object('code', g.code, 'name', g.name) order by g.position)
                from judgement_grade g where g.scheme_code = s.code) as grades,
               (select json_agg(json_build_object('code', e.code, 'title', e.title, 'guidance', e.guidance,
                                                  'areaCode', e.area_code, 'kind', e.kind) order by e.position)
                from template_section e where e.template_id = t.id) as sections,
               (select json_agg(json_build_object('role', o.role, 'verb', o.verb, 'optional', o.optional)
                                order by o.position)
                from template_sign_off o where o.template_id = t.id) as chain,
               (select json_agg(q.words order by q.position)
                from template_question q where q.template_id = t.id) as questions
        from cycle c
        join self_evaluation_template t on t.id = c.template_id
        join judgement_scheme s on s.code = c.scheme_code
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CycleCalendar(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The open cycle whose academic year holds today, else the newest open one. */
    public Optional<CycleView> current(RegionCode region) {
        return jdbc.sql(CYCLES + """
            where c.region_code = :region and c.state = 'OPEN'
            order by c.year_starts_in = :year desc, c.year_starts_in desc limit 1
            """)
                .param("region", region.value())
                .param("year", AcademicYear.of(LondonTime.today(clock)).startsIn())
                .query(this::view)
                .optional();
    }

    public Optional<CycleView> find(CycleId id) {
        return jdbc.sql(CYCLES + "where c.id = :id")
                .param("id", id.value())
                .query(this::view)
                .optional();
    }

    /** A region's cycle of one academic year. */
    public Optional<CycleView> find(RegionCode region, AcademicYear year) {
        return jdbc.sql(CYCLES + "where c.region_code = :region and c.year_starts_in = :year")
                .param("region", region.value())
                .param("year", year.startsIn())
                .query(this::view)
                .optional();
    }

    /** Every cycle of a region, the newest year first. */
    public List<CycleView> all(RegionCode region) {
        return jdbc.sql(CYCLES + "where c.region_code = :region order by c.year_starts_in desc")
                .param("region", region.value())
                .query(this::view)
                .list();
    }

    private CycleView view(ResultSet row, int number) throws SQLException {
        return new CycleView(
                new CycleId(row.getObject("id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                new AcademicYear(row.getInt("year_starts_in")),
                CycleState.valueOf(row.getString("state")),
                list(row.getString("milestones"), MilestoneView[].class).stream()
                        .sorted(Comparator.comparing(MilestoneView::kind))
                        .toList(),
                new JudgementSchemeView(
                        row.getString("scheme_code"),
                        row.getString("scheme_name"),
                        row.getBoolean("overall_grade"),
                        list(row.getString("areas"), JudgementAreaView[].class),
                        list(row.getString("grades"), JudgementGradeView[].class)),
                new SelfEvaluationTemplateView(
                        Integer.toString(row.getInt("template_number")),
                        list(row.getString("sections"), TemplateSectionView[].class),
                        list(row.getString("chain"), SignOffStep[].class),
                        list(row.getString("questions"), String[].class)),
                new ForumShape(
                        row.getInt("maximum_peers"),
                        row.getBoolean("education_specialist"),
                        row.getBoolean("social_care_lead")));
    }

    private <T> List<T> list(@Nullable String array, Class<T[]> type) {
        return array == null ? List.of() : Arrays.asList(json.readValue(array, type));
    }
}
