package uk.slipway.cycles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads every judgement scheme with all that it judges, for other rooms. */
@Component
public class PublishedSchemes {

    private final JudgementSchemes schemes;
    private final JdbcClient jdbc;

    PublishedSchemes(JudgementSchemes schemes, JdbcClient jdbc) {
        this.schemes = schemes;
        this.jdbc = jdbc;
    }

    /** All of them, the newest first. Two statements. */
    public List<PublishedScheme> all() {
        var areas = new LinkedHashMap<String, List<JudgementAreaView>>();
        jdbc.sql("select scheme_code, code, name from judgement_area order by scheme_code, position")
                .query((row, number) -> areas.computeIfAbsent(row.getString("scheme_code"), scheme -> new ArrayList<>())
                        .add(new JudgementAreaView(row.getString("code"), row.getString("name"))))
                .list();
        return schemes.all().stream()
                .map(scheme -> new PublishedScheme(
                        scheme.code(),
                        scheme.shortName(),
                        scheme.validFrom() == null ? null : scheme.validFrom().day(),
                        scheme.validUntil() == null ? null : scheme.validUntil().day(),
                        scheme.overallGrade(),
                        scheme.note(),
                        areas.getOrDefault(scheme.code(), List.of())))
                .toList();
    }
}
