package uk.slipway.cycles;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;

/** A step that is confirmed before it is taken. @param refused why it cannot be taken, or null */
record ConfirmPage(
        String title,
        List<String> consequences,
        List<String> warnings,
        String action,
        String button,
        String back,
        @Nullable String refused,
        List<Crumb> crumbs) {}
