package uk.slipway.indicators;

import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;

/** Indicators for tests, defined as a data lead does. */
@Component
public class IndicatorsFixtures {

    private final DefineIndicator defineIndicator;
    private final JdbcTemplate jdbc;

    IndicatorsFixtures(DefineIndicator defineIndicator, JdbcTemplate jdbc) {
        this.defineIndicator = defineIndicator;
        this.jdbc = jdbc;
    }

    /** Defines an indicator of the figure "rate" of a data set, a percentage, and answers its name in addresses. */
    public String define(Viewer lead, String name, String dataset, Polarity polarity) {
        defineIndicator.define(
                lead,
                new IndicatorId(Uuid7.next()),
                new Definition(
                        name,
                        "What it is",
                        "Counted",
                        "Out of",
                        Unit.PERCENT,
                        1,
                        polarity,
                        dataset,
                        "rate",
                        Map.of(),
                        "Example heading",
                        null));
        return String.valueOf(jdbc.queryForObject("select slug from indicator where name = ?", String.class, name));
    }
}
