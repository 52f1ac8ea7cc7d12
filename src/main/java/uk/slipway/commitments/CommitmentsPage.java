package uk.slipway.commitments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Option;

/**
 * The three-year track of an authority, or for the regional team what all of its authorities committed to.
 *
 * @param years across, as labels
 * @param next where older commitments are, or null
 */
record CommitmentsPage(
        String title,
        @Nullable String caption,
        boolean own,
        String finding,
        boolean filtered,
        List<String> years,
        List<Row> rows,
        List<Option> states,
        List<Option> areas,
        List<Option> authorities,
        @Nullable String next,
        List<String> whoCanSee) {

    /** @param cells one for each year */
    record Row(
            String text,
            String href,
            String authority,
            String source,
            @Nullable String area,
            @Nullable String owner,
            @Nullable String due,
            String state,
            String tag,
            List<Cell> cells) {}

    /** @param words what is known of that year, empty where there is nothing to say */
    record Cell(String words, String tag) {}
}
