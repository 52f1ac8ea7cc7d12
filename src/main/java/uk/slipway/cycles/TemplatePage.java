package uk.slipway.cycles;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;

/**
 * The text of a year's template and the form that changes it.
 *
 * @param fixedBecause why it can no longer be changed, or null while it can
 * @param conflictingChain the signing off as it is saved now, where somebody else changed it, or null
 * @param number the version that the form goes out from
 * @param conflict what to say where somebody else made a version meanwhile, or null
 */
record TemplatePage(
        String title,
        String slug,
        int number,
        @Nullable String fixedBecause,
        List<Section> sections,
        List<SignOff> chain,
        List<Question> questions,
        List<Option> places,
        List<Map<String, String>> errors,
        @Nullable String conflict,
        @Nullable String conflictingChain,
        List<Crumb> crumbs) {

    /** Whether it can be changed for this year. */
    public boolean mayChange() {
        return fixedBecause == null;
    }

    /**
     * One section.
     *
     * @param place counted from 1
     * @param theirs what is saved now, where it differs from what was typed and somebody else saved it
     * @param original what both started from, beside theirs; null where it is not known
     */
    record Section(
            String code,
            String title,
            String guidance,
            String place,
            @Nullable String titleError,
            @Nullable String guidanceError,
            @Nullable String theirs,
            @Nullable String original) {}

    record SignOff(String role, String name, String place, boolean optional) {}

    record Question(String words, @Nullable String source) {}
}
