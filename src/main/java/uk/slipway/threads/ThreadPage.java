package uk.slipway.threads;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;

/**
 * The whole thread of one thing, as far as the viewer sees it.
 *
 * @param finding what the thread is, as a sentence
 * @param address of this page
 * @param back the address of the thing's own page
 */
record ThreadPage(
        String title,
        String caption,
        String finding,
        String address,
        String back,
        String backTo,
        ThreadPicture picture,
        List<Item> items,
        List<Removable> removable,
        boolean more,
        List<String> whoCanSee,
        List<Crumb> crumbs) {

    /** @param from what it was made from, among what is shown */
    record Item(
            String anchor,
            String what,
            String words,
            String whose,
            @Nullable String on,
            @Nullable String state,
            @Nullable String since,
            String address,
            boolean here,
            List<From> from) {}

    record From(String anchor, String words) {}

    /** A link that the viewer's organisation made and may take away. */
    record Removable(UUID id, String words, String by) {}
}
