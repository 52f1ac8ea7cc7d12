package uk.slipway.cycles;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;

/**
 * The form of a year.
 *
 * @param copiedFrom where the dates come from, in words, or null
 * @param datesOnly whether the year is open, so that only its dates and who sees to them change
 * @param conflict what somebody else saved meanwhile and differs from what was typed; empty where nobody did
 */
record CycleFormPage(
        String title,
        String action,
        String button,
        @Nullable String copiedFrom,
        boolean datesOnly,
        List<Field> milestones,
        List<Option> roles,
        List<Option> schemes,
        List<Difference> conflict,
        List<Crumb> crumbs) {

    record Field(String legend, String date, String by) {}

    record Difference(String label, String mine, String theirs) {}
}
