package uk.slipway.indicators;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;

/** The data lead defines what the partnership watches of schools, after the data packs of social care have gone out. */
@Component
@Profile("demonstration")
class SchoolIndicatorsChapter implements Chapter {

    private static final String EXCLUSIONS = "permanent-and-fixed-period-exclusions-from-schools";

    private final DefineIndicator defineIndicator;

    SchoolIndicatorsChapter(DefineIndicator defineIndicator) {
        this.defineIndicator = defineIndicator;
    }

    @Override
    public Place place() {
        return Place.HEADLINES;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (year.isThisYear()) {
            stage.scene(
                    year.day(-40),
                    "data@region.example",
                    lead -> DEFINITIONS.forEach(
                            definition -> defineIndicator.define(lead, new IndicatorId(Uuid7.next()), definition)));
        }
    }

    private static final List<Definition> DEFINITIONS = List.of(
            new Definition(
                    "Permanent exclusions, secondary schools",
                    "Permanent exclusions from state-funded secondary schools in the school year for every 100 pupils.",
                    "Permanent exclusions",
                    "Pupils in state-funded secondary schools in January",
                    Unit.PERCENT,
                    2,
                    Polarity.LOW,
                    EXCLUSIONS,
                    "perm_excl_rate",
                    Map.of("school_type", "State-funded secondary"),
                    "School exclusions",
                    null),
            new Definition(
                    "Pupils with a fixed period exclusion, secondary schools",
                    "Pupils of state-funded secondary schools who were excluded for a fixed period at least once in"
                            + " the school year.",
                    "Pupils with one or more fixed period exclusions",
                    "Pupils in state-funded secondary schools in January",
                    Unit.PERCENT,
                    2,
                    Polarity.LOW,
                    EXCLUSIONS,
                    "one_plus_fixed_rate",
                    Map.of("school_type", "State-funded secondary"),
                    "School exclusions",
                    null),
            new Definition(
                    "Absence in pupil referral units",
                    "Sessions missed, with or without permission, of all possible sessions in pupil referral units.",
                    "Sessions missed",
                    "Possible sessions",
                    Unit.PERCENT,
                    1,
                    Polarity.LOW,
                    "absence-in-pupil-referral-units",
                    "sess_overall_percent",
                    Map.of("school_type", "Pupil Referral Unit"),
                    "School absence",
                    null));
}
