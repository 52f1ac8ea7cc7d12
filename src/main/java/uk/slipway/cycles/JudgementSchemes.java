package uk.slipway.cycles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how Ofsted has judged, and from when to when. */
@Component
class JudgementSchemes {

    private static final String SCHEMES = """
        select code, name, short_name, valid_from, from_known_to, valid_until, until_known_to, overall_grade,
               evidence, source, note from judgement_scheme
        """;

    private final JdbcClient jdbc;

    JudgementSchemes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every scheme, the newest first. */
    List<JudgementScheme> all() {
        return jdbc.sql(SCHEMES + "order by position desc")
                .query(JudgementSchemes::scheme)
                .list();
    }

    Optional<JudgementScheme> find(String code) {
        return jdbc.sql(SCHEMES + "where code = :code")
                .param("code", code)
                .query(JudgementSchemes::scheme)
                .optional();
    }

    /** The scheme by which Ofsted judges on a day; before all of them, the oldest. */
    JudgementScheme on(LocalDate day) {
        return jdbc.sql(SCHEMES + """
            where (valid_from is null or valid_from <= :day) and (valid_until is null or valid_until >= :day)
            order by position desc limit 1
            """)
                .param("day", day)
                .query(JudgementSchemes::scheme)
                .single();
    }

    /** The areas judged for themselves, in order; the overall grade is not one. */
    List<JudgementAreaView> areasOf(String scheme) {
        return jdbc.sql("select code, name from judgement_area where scheme_code = :scheme and code <> 'OVERALL' order"
                        + " by position")
                .param("scheme", scheme)
                .query((row, number) -> new JudgementAreaView(row.getString("code"), row.getString("name")))
                .list();
    }

    private static JudgementScheme scheme(ResultSet row, int number) throws SQLException {
        return new JudgementScheme(
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                known(row.getObject("valid_from", LocalDate.class), row.getString("from_known_to")),
                known(row.getObject("valid_until", LocalDate.class), row.getString("until_known_to")),
                row.getBoolean("overall_grade"),
                row.getString("evidence").equals("VERIFIED"),
                row.getString("source"),
                row.getString("note"));
    }

    private static @Nullable KnownDate known(@Nullable LocalDate day, @Nullable String to) {
        return day == null || to == null ? null : new KnownDate(day, KnownDate.Precision.valueOf(to));
    }
}
