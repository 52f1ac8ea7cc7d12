package uk.slipway.cycles;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.SafeHtml;
import uk.slipway.web.Tile;

/**
 * A year's memorandum, as an authority signs it or as the regional team sees how far all are.
 *
 * @param finding how far it is, as a sentence
 * @param signAs the role in which the viewer can sign now, in words, or null
 * @param missing the roles whose signature on paper the viewer can record
 * @param tiles one for each authority, for the regional team alone
 */
record MemorandumPage(
        String title,
        String caption,
        String slug,
        String finding,
        SafeHtml text,
        List<Line> lines,
        @Nullable String signAs,
        List<Option> missing,
        boolean forTheRegion,
        List<Tile> tiles,
        List<AuthorityRow> rows,
        List<String> whoCanSee,
        List<Crumb> crumbs) {

    /** @param signed who and when, or null while it is missing @param note how it was recorded, or null */
    record Line(
            String role, @Nullable String signed, @Nullable String note) {}

    record AuthorityRow(String authority, List<String> cells) {}
}
