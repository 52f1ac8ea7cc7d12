package uk.slipway.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What somebody else has saved while a form was open, for forms of many fields: the form comes back with everything that was
 * typed, and above it stands what is saved now. Its template has {@code web/meanwhile :: saved} and sends {@link #version}.
 *
 * @param version the version that is saved now: with it, saving again puts mine in the place of theirs
 * @param saved what is saved now, as its record says it
 */
public record Meanwhile(String version, List<Line> saved) {
    public Meanwhile {
        saved = List.copyOf(saved);
    }

    /** One fact of the record, in words. */
    public record Line(String name, String words) {}

    /**
     * Whether there was another edit: where the version that was typed is the one that is saved, the record refuses for
     * another reason, and saving again would not help.
     */
    public boolean isAfter(@Nullable String typed) {
        return !version.equals(typed);
    }

    /** The answer 409 with the form again. */
    public ModelAndView answer(String view, Object page) {
        return new ModelAndView(view, Map.of("page", page, "meanwhile", this), HttpStatus.CONFLICT);
    }
}
