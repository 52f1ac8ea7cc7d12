package uk.slipway.cycles;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;

/**
 * The text of a year's template and the form that changes it.
 *
 * @param mayChange false once an authority has started from it
 * @param number the version that the form goes out from
 * @param conflict what to say where somebody else made a version meanwhile, or null
 */
record TemplatePage(
        String title,
        String slug,
        int number,
        boolean mayChange,
        List<Section> sections,
        List<SignOff> chain,
        List<Question> questions,
        List<Option> places,
        List<Map<String, String>> errors,
        @Nullable String conflict,
        List<Crumb> crumbs) {

    /** @param place counted from 1 @param theirs what is saved now, where it differs and somebody else saved it */
    record Section(
            String code,
            String title,
            String guidance,
            String place,
            @Nullable String titleError,
            @Nullable String guidanceError,
            @Nullable String theirs) {}

    record SignOff(String role, String name, String place, boolean optional) {}

    record Question(String words, @Nullable String source) {}
}
