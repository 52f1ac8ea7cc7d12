package uk.slipway.dashboards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.region.ListAuthorities;
import uk.slipway.web.DateParts;

/** What the list of authorities is asked for, as typed. */
record AuthoritiesForm(
        @Nullable String search,
        @Nullable String region,
        @Nullable DateParts asAt) {

    static final int SEARCH_MAX = 100;

    /** The day asked for, or null when none was typed or it was rejected. */
    @Nullable
    LocalDate day(Errors errors) {
        LocalDate day = DateParts.optional(asAt, "asAt", "Date", errors);
        if (day != null && day.isBefore(ListAuthorities.EARLIEST)) {
            errors.rejectValue("asAt", "date.early", "Date must be 1 January 2009 or later, when official codes begin");
            return null;
        }
        return day;
    }

    String searched() {
        return search == null ? "" : search.strip();
    }

    String inRegion() {
        return region == null ? "" : region.strip();
    }
}
