package uk.slipway.commitments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;
import uk.slipway.web.TimelineEntry;

/** One commitment. @param own whether the viewer's authority made it */
record CommitmentPage(
        String id,
        String title,
        String caption,
        String text,
        boolean own,
        String state,
        String tag,
        String source,
        String madeIn,
        @Nullable String area,
        @Nullable String owner,
        @Nullable String due,
        List<Answer> answers,
        List<Note> notes,
        List<TimelineEntry> history,
        List<String> whoCanSee,
        List<Crumb> crumbs) {

    record Answer(String year, String words, String tag, String note, String by) {}

    record Note(String text, String by) {}
}
