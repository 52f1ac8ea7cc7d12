package uk.slipway.indicators;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;

/** The data lead defines what the published figures mean. */
@Component
@Profile("demonstration")
class IndicatorsChapter implements Chapter {

    private static final String IN_CARE = "Children in care";
    private static final String HELP = "Help and protection";
    private static final String LEAVERS = "Care leavers";
    private static final String LEADERS = "Leaders and social work practice";
    private static final String CONTEXT = "Context";

    private final DefineIndicator defineIndicator;

    IndicatorsChapter(DefineIndicator defineIndicator) {
        this.defineIndicator = defineIndicator;
    }

    @Override
    public Place place() {
        return Place.FORUMS_PLANNED;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (!year.isThisYear()) {
            return;
        }
        stage.scene(
                year.opens().plusDays(3),
                "data@region.example",
                lead -> DEFINITIONS.forEach(
                        definition -> defineIndicator.define(lead, new IndicatorId(Uuid7.next()), definition)));
    }

    private static final List<Definition> DEFINITIONS = List.of(
            new Definition(
                    "Children looked after, rate",
                    "Children looked after on 31 March for every 10,000 children aged 0 to 17. A rate says how many"
                            + " children are in care, not how well they are cared for.",
                    "Children looked after on 31 March",
                    "Children aged 0 to 17 in the population",
                    Unit.RATE_PER_10000,
                    0,
                    Polarity.NONE,
                    "children-looked-after-numbers-and-rates",
                    "rate_per_10000",
                    Map.of("population_type", "Children looked after on 31 March each year"),
                    IN_CARE,
                    null),
            new Definition(
                    "Children starting to be looked after, rate",
                    "Children who started to be looked after during the year for every 10,000 children aged 0 to 17.",
                    "Children who started to be looked after during the year to 31 March",
                    "Children aged 0 to 17 in the population",
                    Unit.RATE_PER_10000,
                    0,
                    Polarity.NONE,
                    "children-looked-after-numbers-and-rates",
                    "rate_per_10000",
                    Map.of("population_type", "Children starting to be looked after each year"),
                    IN_CARE,
                    null),
            new Definition(
                    "Three or more placements in the year",
                    "Children looked after on 31 March who had three or more placements during the year.",
                    "Children with three or more placements during the year",
                    "Children looked after on 31 March",
                    Unit.PERCENT,
                    0,
                    Polarity.LOW,
                    "stability-of-placements-of-children-looked-after",
                    "children_percent",
                    Map.of(
                            "cla_group",
                            "CLA on 31 March",
                            "placement_stability",
                            "With 3 or more placements during the year"),
                    IN_CARE,
                    null),
            new Definition(
                    "The same carer for at least two years",
                    "Of children under 16 who have been looked after for two and a half years or more, those who lived"
                            + " with the same carer for at least two years.",
                    "Children living with the same carer for at least two years",
                    "Children under 16 looked after for at least two and a half years on 31 March",
                    Unit.PERCENT,
                    0,
                    Polarity.HIGH,
                    "stability-of-placements-of-children-looked-after",
                    "children_percent",
                    Map.of(
                            "cla_group",
                            "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years",
                            "placement_stability",
                            "Living with the same carer for at least 2 years"),
                    IN_CARE,
                    null),
            new Definition(
                    "Re-referrals within 12 months",
                    "Referrals to children’s social care within 12 months of an earlier referral of the same child.",
                    "Referrals within 12 months of an earlier one",
                    "All referrals in the year to 31 March",
                    Unit.PERCENT,
                    1,
                    Polarity.LOW,
                    "referrals-and-re-referrals-to-childrens-social-care",
                    "rereferral_percent",
                    Map.of("category", "Referrals and Re-referrals"),
                    HELP,
                    null),
            new Definition(
                    "Suitable accommodation, 19 to 21",
                    "Care leavers aged 19 to 21 whose accommodation was considered suitable.",
                    "Care leavers in suitable accommodation",
                    "Care leavers aged 19 to 21",
                    Unit.PERCENT,
                    0,
                    Polarity.HIGH,
                    "suitability-of-care-leavers-accommodation",
                    "care_leaver_percent",
                    Map.of("care_leaver_age", "19 to 21 years", "breakdown", "Accommodation considered suitable"),
                    LEAVERS,
                    null),
            new Definition(
                    "Agency social workers",
                    "Agency workers among social workers in children’s services, as full-time equivalents.",
                    "Agency social workers",
                    "Social workers in post and agency workers together",
                    Unit.PERCENT,
                    1,
                    Polarity.LOW,
                    "childrens-social-work-workforce",
                    "agency_rate_fte",
                    Map.of(),
                    LEADERS,
                    null),
            new Definition(
                    "Average caseload",
                    "Cases for each social worker who holds cases, as full-time equivalents.",
                    "Cases held",
                    "Social workers holding cases",
                    Unit.NUMBER,
                    1,
                    Polarity.LOW,
                    "childrens-social-work-workforce",
                    "caseload_fte",
                    Map.of(),
                    LEADERS,
                    null),
            new Definition(
                    "Episodes of need at 31 March",
                    "Episodes of need that were open on 31 March: assessed, planned for, protected or looked after. A"
                            + " count, which is not compared between authorities of different sizes.",
                    "Episodes of need open on 31 March",
                    null,
                    Unit.NUMBER,
                    0,
                    Polarity.NONE,
                    "children-in-need",
                    "At31_episodes",
                    Map.of("category", "Children in Need"),
                    HELP,
                    null),
            new Definition(
                    "Children in need suspended from school",
                    "Pupils who were in need on 31 March, neither on a child protection plan nor looked after, and"
                            + " were suspended at least once in the school year.",
                    "Pupils in need with one or more suspensions",
                    "Pupils who were in need on 31 March",
                    Unit.PERCENT,
                    1,
                    Polarity.LOW,
                    "suspensions-of-children-in-need",
                    "pt_one_plus_sus",
                    Map.of("social_care_group", "CINO at 31 March"),
                    HELP,
                    null),
            new Definition(
                    "Pupils eligible for free school meals",
                    "Pupils of all state-funded schools who are known to be eligible for free school meals. It says"
                            + " something of the families in an area, and nothing of its services.",
                    "Pupils known to be eligible for free school meals",
                    "All pupils",
                    Unit.PERCENT,
                    1,
                    Polarity.NONE,
                    "pupils-and-free-school-meals",
                    "percent_of_pupils",
                    Map.of("fsm_eligibility", "Known to be eligible for free school meals"),
                    CONTEXT,
                    null),
            new Definition(
                    "Children aged 0 to 17",
                    "Children aged 0 to 17 who live in the area, as estimated for the middle of the year.",
                    "Children aged 0 to 17",
                    null,
                    Unit.NUMBER,
                    0,
                    Polarity.NONE,
                    "mid-year-population-estimates",
                    "population_estimate",
                    Map.of("age_group", "Children aged 0 to 17 years"),
                    CONTEXT,
                    null));
}
