package uk.slipway.placements;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.vacancies.AgeBand;
import uk.slipway.vacancies.Caution;
import uk.slipway.vacancies.HomeFeature;
import uk.slipway.vacancies.PlacementType;
import uk.slipway.vacancies.Skill;

/**
 * What is needed, as far as it is counted and compared. More than one child are brothers and sisters to be placed together;
 * who may be apart is referred apart.
 *
 * @param home the authority in whose area the child lives or wants to stay
 * @param neededBy by which day
 * @param keyStage4 whether a move would disturb the two years before GCSEs (regulation 10)
 * @param avoid what a home must not be
 * @param cautions what a home has to be able to live with
 */
record Needs(
        Route route,
        LocalAuthorityId home,
        List<AgeBand> ageBands,
        Gender gender,
        LegalStatus legalStatus,
        PlacementType type,
        LocalDate neededBy,
        Duration duration,
        boolean keyStage4,
        boolean ehcPlan,
        List<Skill> skills,
        List<HomeFeature> avoid,
        List<Caution> cautions) {

    enum Gender {
        GIRL("Girl"),
        BOY("Boy"),
        GIRLS_AND_BOYS("Girls and boys"),
        NOT_SAID("Another, or not said");

        private final String words;

        Gender(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    enum LegalStatus {
        SECTION_20("Accommodated (section 20)"),
        INTERIM_CARE_ORDER("Interim care order"),
        CARE_ORDER("Care order"),
        PLACEMENT_ORDER("Placement order"),
        EMERGENCY_PROTECTION("Emergency protection order"),
        POLICE_PROTECTION("Police protection"),
        REMAND("Remanded to local authority accommodation");

        private final String words;

        LegalStatus(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    enum Duration {
        DAYS("Some days"),
        WEEKS("Some weeks"),
        MONTHS("Some months"),
        LONG_TERM("Until adulthood"),
        NOT_KNOWN("Not known yet");

        private final String words;

        Duration(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    int children() {
        return ageBands.size();
    }

    /** {@code 1 child, 5 to 9}; {@code 2 children, 1 to 4 and 5 to 9}. */
    String childrenInWords() {
        var ages = ageBands.stream().map(AgeBand::inWords).collect(Collectors.joining(" and "));
        return (children() == 1 ? "1 child, " : children() + " children together, ") + ages;
    }

    /** The band by which it is counted: that of the youngest. */
    AgeBand countedAs() {
        return ageBands.stream().min(java.util.Comparator.naturalOrder()).orElseThrow();
    }
}
