package uk.slipway.meetings;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;

/** What the pages of meetings may show. */
final class MeetingPages {

    private MeetingPages() {}

    record ListPage(
            UUID board,
            String title,
            List<Row> ahead,
            List<Row> past,
            List<ItemRow> backlog,
            boolean mayKeep,
            List<Crumb> crumbs) {}

    record Row(UUID id, String title, String when, String state, String tag) {}

    record MeetingPage(
            UUID id,
            UUID board,
            long version,
            String title,
            String boardName,
            String when,
            String place,
            @Nullable String series,
            String state,
            String tag,
            @Nullable String reason,
            List<ItemRow> items,
            int minutesInAll,
            String withheld,
            List<ItemRow> backlog,
            List<WhoRow> attendance,
            @Nullable String others,
            @Nullable PackView pack,
            Acts may,
            String minutesWords,
            @Nullable String approved,
            boolean mayDeclare,
            boolean maySendApologies,
            boolean sentApologies,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    /** What the viewer can do with a meeting now. */
    record Acts(
            boolean keep,
            boolean setAgenda,
            boolean issue,
            boolean cancel,
            boolean attend,
            boolean write,
            boolean clear,
            boolean circulate,
            boolean reopen,
            boolean approve) {}

    record ItemRow(
            UUID id,
            long version,
            int number,
            String title,
            String kind,
            @Nullable String note,
            @Nullable String lead,
            boolean leadIsGone,
            int minutes,
            boolean restricted,
            boolean carried,
            List<PaperRow> papers,
            List<InterestRow> interests,
            List<DecisionsOnAgenda.Line> decisions,
            @Nullable Crumb source,
            @Nullable String propose,
            boolean mayAddPaper,
            boolean first,
            boolean last) {}

    /** @param mayTakeBack whether the viewer may say that it was declared by mistake */
    record InterestRow(UUID member, String who, String words, boolean mayTakeBack) {}

    /** @param removed who removed it, when and why; null while it is there */
    record PaperRow(
            UUID id, String title, String words, @Nullable String removed) {}

    record WhoRow(String who, String role, String status) {}

    record PackView(String words, @Nullable String changed) {}

    record FormPage(
            String title,
            String action,
            @Nullable UUID id,
            String lead,
            List<Option> kinds,
            List<Option> leads,
            List<Option> members,
            boolean fresh,
            List<Crumb> crumbs) {}

    record AttendancePage(UUID id, String title, List<SeatLine> lines, List<Option> deputies, List<Crumb> crumbs) {}

    record SeatLine(UUID member, int place, String who, String role, String status, String deputy, String deputyName) {}

    record MinutesPage(
            UUID id,
            String title,
            String state,
            String tag,
            boolean writing,
            boolean clear,
            String hint,
            List<MinuteRow> items,
            List<Crumb> crumbs) {}

    record MinuteRow(
            UUID id,
            int number,
            String title,
            String kind,
            boolean restricted,
            boolean carried,
            @Nullable String note,
            String minute,
            long version,
            String saved,
            List<InterestRow> interests,
            List<DecisionsOnAgenda.Line> decisions,
            @Nullable Crumb source,
            @Nullable String propose) {}

    record RecordPage(
            UUID id,
            String title,
            String boardName,
            String when,
            String place,
            String approved,
            List<WhoRow> attendance,
            @Nullable String others,
            List<RecordItem> items,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record RecordItem(
            int number,
            String title,
            String kind,
            String minute,
            boolean carried,
            List<String> interests,
            List<DecisionsOnAgenda.Line> decisions) {}

    record RecordsPage(String title, List<Row> rows, List<Crumb> crumbs) {}

    record GonePage(String title, String words, String back) {}
}
