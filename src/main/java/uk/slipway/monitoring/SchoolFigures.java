package uk.slipway.monitoring;

import java.util.List;
import uk.slipway.indicators.ComparedFigures;

/**
 * The parts of the "health of the system" that are schools', and whether an indicator of each is defined. An indicator
 * belongs to a part by its heading.
 *
 * @param heading the heading under which its indicators stand
 * @param defined how many there are
 */
record SchoolFigures(String heading, int defined) {

    static final String EXCLUSIONS = "School exclusions";
    static final String ABSENCE = "School absence";
    private static final List<String> HEADINGS =
            List.of("School attainment", ABSENCE, EXCLUSIONS, "Inspection outcomes of schools");

    static List<SchoolFigures> among(List<ComparedFigures.Choice> indicators) {
        return HEADINGS.stream()
                .map(heading -> new SchoolFigures(heading, (int) indicators.stream()
                        .filter(each -> each.grouping().equals(heading))
                        .count()))
                .toList();
    }

    String inWords() {
        return heading + ": "
                + (defined == 0
                        ? "missing, nobody has sent a published file of it yet"
                        : defined == 1 ? "1 indicator is defined" : defined + " indicators are defined");
    }
}
