package uk.slipway.partnership;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;

/** What the pages of boards may show. */
final class BoardPages {

    static final List<Crumb> CRUMBS = List.of(new Crumb("Boards", "/boards"));

    private BoardPages() {}

    record ListPage(String title, List<Row> own, List<Row> all, boolean clerk, boolean first) {}

    /** @param depth how far below the top it stands: 0, 1 or more */
    record Row(
            UUID id,
            String name,
            String kind,
            int depth,
            String area,
            String members,
            @Nullable String note) {}

    /**
     * @param areaSince the day since which most of its area belongs to it, as a sentence; the others say their own
     * @param history what happened last
     * @param earlier what happened before that
     */
    record BoardPage(
            UUID id,
            String title,
            String kind,
            String purpose,
            @Nullable String ended,
            @Nullable Crumb parent,
            List<Crumb> below,
            boolean clerk,
            boolean business,
            @Nullable String seat,
            List<Place> area,
            @Nullable String areaSince,
            @Nullable TermsView terms,
            @Nullable String comingTerms,
            List<SeatRow> members,
            List<OnBoardPage.Part> parts,
            List<TimelineEntry> history,
            List<TimelineEntry> earlier,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Place(String name, @Nullable String note) {}

    record TermsView(
            String heading, String quorum, List<ProtocolView> protocols, List<String> remit, String conflictRule) {}

    record ProtocolView(String name, String words) {}

    record SeatRow(
            UUID id,
            String person,
            String organisation,
            String type,
            String role,
            String voting,
            String term,
            @Nullable String note) {}

    /** A form about a board, with what it offers. */
    record FormPage(
            String title,
            String action,
            List<Option> kinds,
            List<Option> parents,
            List<Option> organisations,
            List<MinimumLine> minimums,
            List<Option> protocols,
            List<Option> types,
            List<Option> roles,
            String lead,
            List<Crumb> crumbs) {}

    record MinimumLine(UUID type, String name, String value, int place) {}

    record ReviewPage(
            UUID id,
            String title,
            String finding,
            List<String> types,
            List<String> places,
            List<EndingRow> ending,
            List<String> left,
            List<AttendanceRow> attendance,
            boolean clerk,
            List<Crumb> crumbs) {}

    record EndingRow(UUID id, String who, String when, boolean over) {}

    record AttendanceRow(String who, String role, String words) {}

    record TypesPage(String title, List<TypeRow> types, List<Option> inUse, List<Crumb> crumbs) {}

    record TypeRow(String name, String days, String follows, String source) {}
}
