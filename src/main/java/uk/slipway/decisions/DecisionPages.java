package uk.slipway.decisions;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;

/** What the pages of decisions may show. */
final class DecisionPages {

    static final List<Crumb> CRUMBS = List.of(new Crumb("Boards", "/boards"), new Crumb("Decisions", "/decisions"));

    private DecisionPages() {}

    record RegisterPage(
            String title,
            String finding,
            List<Row> rows,
            List<Option> boards,
            List<Option> states,
            List<Option> protocols,
            String csv,
            List<Crumb> crumbs) {}

    record Row(
            UUID id,
            String number,
            String board,
            String title,
            String state,
            String tag,
            String protocol,
            String when) {}

    record DecisionPage(
            UUID id,
            long version,
            String title,
            String reference,
            String board,
            String boardAddress,
            String state,
            String tag,
            boolean restricted,
            Decision.Words words,
            String protocol,
            @Nullable String protocolWords,
            String terms,
            @Nullable String result,
            @Nullable String legality,
            String tone,
            @Nullable String waits,
            List<String> conflicts,
            List<TakeBack> mayTakeBack,
            List<VoteRow> votes,
            List<String> dissent,
            List<String> facts,
            @Nullable Crumb meeting,
            boolean thread,
            @Nullable Crumb supersedes,
            @Nullable Crumb supersededBy,
            @Nullable String reason,
            @Nullable String review,
            List<Option> mayVoteFor,
            List<Option> mayDeclareFor,
            List<Option> answers,
            List<Option> stops,
            Acts may,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    /** An interest that the viewer may take back. */
    record TakeBack(UUID member, String who) {}

    record VoteRow(String who, String answer, String note) {}

    /** What the viewer can do with it now. */
    record Acts(
            boolean change,
            boolean circulate,
            boolean written,
            boolean decide,
            boolean stop,
            boolean implemented,
            boolean review,
            boolean supersede) {}

    record FormPage(
            String title,
            String action,
            String lead,
            List<Option> protocols,
            List<Option> clauses,
            List<Option> superseded,
            List<Option> origins,
            boolean mayRestrict,
            List<Crumb> crumbs) {}
}
