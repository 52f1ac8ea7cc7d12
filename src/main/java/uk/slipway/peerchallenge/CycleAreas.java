package uk.slipway.peerchallenge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.Option;

/** The judgement areas of the year that is open, to choose from. */
@UseCase(readOnly = true)
class CycleAreas {

    private final JdbcClient jdbc;

    CycleAreas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The areas of the newest open year's scheme, after "no one area". */
    List<Option> options() {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "No one area"));
        options.addAll(jdbc.sql("""
            select a.code, a.name from judgement_area a
            where a.code <> 'OVERALL' and a.scheme_code = (select c.scheme_code from cycle c
                where c.state = 'OPEN' order by c.year_starts_in desc limit 1) order by a.position
            """)
                .query((row, number) -> Option.of(row.getString("code"), row.getString("name")))
                .list());
        return options;
    }

    /** The code, where it is one of them. */
    @Nullable
    String known(@Nullable String code) {
        return options().stream()
                .map(Option::value)
                .filter(one -> !one.isEmpty() && one.equals(code))
                .findFirst()
                .orElse(null);
    }
}
