package uk.slipway.decisions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.meetings.AgendaItemId;
import uk.slipway.meetings.Agendas;
import uk.slipway.partnership.Board;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.MadeForBoard;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Protocol;
import uk.slipway.partnership.Terms;
import uk.slipway.region.RegionCode;
import uk.slipway.threads.Origin;
import uk.slipway.web.Crumb;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** Decisions for reading: the register, and each of them with whether it was, or would be, lawful. */
@UseCase(readOnly = true)
class ShowDecisions {

    private static final Words WORDS = new Words();
    static final List<String> COLUMNS = List.of(
            "Board",
            "Number",
            "Title",
            "Decision",
            "Options considered",
            "Rationale",
            "State",
            "Protocol",
            "Decided on",
            "Carried",
            "For",
            "Against",
            "Abstained",
            "Quorum and remit",
            "Interests",
            "Look again on",
            "Supersedes");

    private final DecisionRows rows;
    private final Ballot ballot;
    private final Boards boards;
    private final Agendas agendas;
    private final ObjectProvider<MadeForBoard> made;
    private final AuditTrail trail;
    private final Clock clock;

    ShowDecisions(
            DecisionRows rows,
            Ballot ballot,
            Boards boards,
            Agendas agendas,
            ObjectProvider<MadeForBoard> made,
            AuditTrail trail,
            Clock clock) {
        this.rows = rows;
        this.ballot = ballot;
        this.boards = boards;
        this.agendas = agendas;
        this.made = made;
        this.trail = trail;
        this.clock = clock;
    }

    java.time.LocalDate today() {
        return LondonTime.today(clock);
    }

    Decision decision(Viewer viewer, DecisionId id) {
        return rows.seenBy(viewer, id);
    }

    DecisionPages.RegisterPage register(Viewer viewer, DecisionRows.Filter filter, String query) {
        var found = rows.register(viewer, filter);
        var region = viewer.region() == null ? RegionCode.NORTH_WEST : viewer.region();
        return new DecisionPages.RegisterPage(
                "Decisions",
                WORDS.count(found.size(), "decision", "decisions").replaceFirst("^no ", "No ")
                        + (found.size() == 300 ? " and more: narrow them down" : ""),
                found.stream().map(ShowDecisions::row).toList(),
                boards.of(region).stream()
                        .map(board -> Option.of(board.id().value().toString(), board.name()))
                        .toList(),
                Arrays.stream(DecisionState.values())
                        .map(state -> Option.of(state.name(), state.inWords()))
                        .toList(),
                Arrays.stream(Protocol.values())
                        .map(protocol -> Option.of(protocol.name(), protocol.inWords()))
                        .toList(),
                "/decisions.csv" + query,
                List.of(DecisionPages.CRUMBS.getFirst()));
    }

    private static DecisionPages.Row row(Decision decision) {
        var outcome = decision.outcome();
        return new DecisionPages.Row(
                decision.id().value(),
                Integer.toString(decision.number()),
                decision.boardName(),
                decision.words().title(),
                state(decision),
                tag(decision),
                decision.protocol().inWords(),
                WORDS.shortDate(outcome == null ? decision.proposedAt() : outcome.at()));
    }

    static String state(Decision decision) {
        if (decision.state() == DecisionState.DECIDED && Boolean.FALSE.equals(decision.carried())) {
            return "Not carried";
        }
        if (decision.state() == DecisionState.CIRCULATED && decision.written()) {
            return "In writing until " + WORDS.shortDate(decision.deadline());
        }
        return decision.state().inWords();
    }

    private static String tag(Decision decision) {
        return Boolean.FALSE.equals(decision.carried())
                ? "govuk-tag--red"
                : decision.state().tag();
    }

    List<List<String>> csv(Viewer viewer, DecisionRows.Filter filter) {
        return rows.register(viewer, filter).stream().map(ShowDecisions::line).toList();
    }

    private static List<String> line(Decision decision) {
        var outcome = decision.outcome();
        var words = decision.words();
        return List.of(
                CsvDownload.harmless(decision.boardName()),
                Integer.toString(decision.number()),
                CsvDownload.harmless(words.title()),
                CsvDownload.harmless(words.text()),
                CsvDownload.harmless(words.options() == null ? "" : words.options()),
                CsvDownload.harmless(words.rationale() == null ? "" : words.rationale()),
                state(decision),
                decision.protocol().inWords(),
                outcome == null ? "" : LondonTime.dayOf(outcome.at()).toString(),
                decision.carried() == null ? "" : decision.carried() ? "yes" : "no",
                outcome == null ? "" : Integer.toString(outcome.votesFor()),
                outcome == null ? "" : Integer.toString(outcome.against()),
                outcome == null ? "" : Integer.toString(outcome.abstain()),
                outcome == null ? "" : CsvDownload.harmless(outcome.legality()),
                outcome == null || outcome.conflicts() == null ? "" : CsvDownload.harmless(outcome.conflicts()),
                decision.lookAgainOn() == null ? "" : decision.lookAgainOn().toString(),
                decision.supersedesNumber() == null ? "" : Integer.toString(decision.supersedesNumber()));
    }

    DecisionPages.DecisionPage page(Viewer viewer, DecisionId id) {
        var decision = rows.seenBy(viewer, id);
        boolean business = boards.maySeeBusiness(viewer, decision.board());
        boolean keep = boards.mayKeep(viewer, decision.board());
        boolean chair = boards.mayChair(viewer, decision.board());
        var standing = ballot.of(decision);
        var item =
                decision.item() == null ? null : agendas.find(decision.item()).orElse(null);
        var outcome = decision.outcome();
        boolean open = decision.state() == DecisionState.CIRCULATED;
        return new DecisionPages.DecisionPage(
                id.value(),
                decision.version(),
                decision.reference() + ": " + decision.words().title(),
                decision.reference(),
                decision.boardName(),
                "/boards/" + decision.board().value(),
                state(decision),
                tag(decision),
                decision.restricted(),
                decision.words(),
                decision.protocol().inWords(),
                standing.terms().protocols().get(decision.protocol()),
                "Version " + standing.terms().number() + " of the board’s terms",
                result(decision),
                legality(decision, standing),
                tone(decision, standing),
                open && business ? standing.waits() : null,
                outcome != null
                        ? outcome.conflicts() == null
                                ? List.of()
                                : outcome.conflicts().lines().toList()
                        : standing.conflicts(),
                business && decision.state().isOpen() ? mayTakeBack(viewer, decision) : List.of(),
                business ? votes(decision, standing) : List.of(),
                standing.votes().stream()
                        .filter(vote -> vote.dissent() != null)
                        .map(vote -> vote.who() + ": " + vote.dissent())
                        .toList(),
                facts(decision),
                item == null || !business
                        ? null
                        : new Crumb(
                                "Meeting of " + WORDS.date(item.on()) + ": " + item.title(),
                                Agendas.address(item.meeting())),
                business,
                crumb(decision.supersedes(), decision.supersedesNumber()),
                crumb(decision.supersededBy(), decision.supersededByNumber()),
                decision.reason(),
                decision.review(),
                open && decision.protocol().needsAQuorum() && standing.waits() == null
                        ? mayVote(viewer, decision, standing, keep)
                        : List.of(),
                business && decision.state().isOpen() && !standing.inMeeting()
                        ? mayDeclare(viewer, standing, keep)
                        : List.of(),
                Arrays.stream(Vote.Answer.values())
                        .map(answer -> Option.of(answer.name(), answer.inWords(decision.protocol())))
                        .toList(),
                List.of(
                        new Option(MakeDecision.Stop.DEFER.name(), "Defer it", "It can be put to the board again"),
                        new Option(MakeDecision.Stop.WITHDRAW.name(), "Withdraw it", "For good")),
                acts(decision, standing, keep, chair),
                business
                        ? trail.of(Decision.refOf(id)).stream()
                                .map(entry -> new TimelineEntry(
                                        WORDS.moment(entry.at()),
                                        entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                        entry.who() + " " + entry.what()))
                                .toList()
                        : List.of(),
                whoCanSee(decision),
                DecisionPages.CRUMBS);
    }

    /** Whether it was, or would now be, quorate and within the remit; null where it will not be decided. */
    private @Nullable String legality(Decision decision, Ballot.Standing standing) {
        var outcome = decision.outcome();
        if (outcome != null) {
            return outcome.legality();
        }
        if (!decision.state().isOpen()) {
            return null;
        }
        if (isAhead(decision, standing)) {
            return standing.legality().remit() + " Quorum: " + standing.terms().quorumInWords()
                    + "; it is counted when the decision is taken.";
        }
        var words = standing.legality().inWords();
        return isBeingAnswered(decision, standing) ? words.replaceFirst("^Not quorate:", "Not quorate yet:") : words;
    }

    /** The class that says the same: lawful, not so, or not known yet. */
    private String tone(Decision decision, Ballot.Standing standing) {
        var legality = standing.legality();
        if (decision.outcome() != null) {
            return "slipway-lawful";
        }
        if (!legality.withinRemit() && decision.protocol() != Protocol.ADVISORY) {
            return "slipway-unlawful";
        }
        if (isAhead(decision, standing) || isBeingAnswered(decision, standing)) {
            return "";
        }
        return legality.quorate() ? "slipway-lawful" : "slipway-unlawful";
    }

    /** Whether it is not known yet who takes part: nobody could vote so far, and nobody has withdrawn. */
    private static boolean isAhead(Decision decision, Ballot.Standing standing) {
        return decision.protocol().needsAQuorum()
                && (decision.state() != DecisionState.CIRCULATED || standing.waits() != null)
                && standing.votes().isEmpty()
                && standing.voters().stream().noneMatch(Ballot.Voter::withdrew)
                && (!standing.inMeeting() || standing.voters().isEmpty());
    }

    private boolean isBeingAnswered(Decision decision, Ballot.Standing standing) {
        return decision.state() == DecisionState.CIRCULATED
                && decision.written()
                && !MakeDecision.answeredOrOver(decision, standing, today());
    }

    private List<DecisionPages.TakeBack> mayTakeBack(Viewer viewer, Decision decision) {
        boolean clerk = Boards.clerks(viewer, boards.get(decision.board()));
        return rows.interests(decision.id()).stream()
                .filter(declared -> MakeDecision.mayTakeBack(viewer, declared, clerk))
                .map(declared -> new DecisionPages.TakeBack(declared.member().value(), declared.who()))
                .toList();
    }

    private DecisionPages.Acts acts(Decision decision, Ballot.Standing standing, boolean keep, boolean chair) {
        var state = decision.state();
        boolean draft = state.isDraft();
        boolean alone = decision.protocol() == Protocol.CHAIR_ACTION;
        boolean stands = Boolean.TRUE.equals(decision.carried()) && state != DecisionState.SUPERSEDED;
        return new DecisionPages.Acts(
                keep && draft,
                keep && draft,
                !alone,
                state == DecisionState.CIRCULATED
                        && (alone ? chair : keep)
                        && (!decision.written() || MakeDecision.answeredOrOver(decision, standing, today())),
                keep && state.isOpen(),
                keep && state == DecisionState.DECIDED && stands,
                keep && (state == DecisionState.DECIDED && stands || state == DecisionState.IMPLEMENTED),
                keep && stands);
    }

    private static @Nullable Crumb crumb(@Nullable DecisionId id, @Nullable Integer number) {
        return id == null ? null : new Crumb("Decision " + number, "/decisions/" + id.value());
    }

    private static List<String> whoCanSee(Decision decision) {
        if (decision.restricted()) {
            return List.of(
                    "The voting members of " + decision.boardName() + " and the co-ordinator: it is restricted.");
        }
        return decision.state().isMade()
                ? List.of(
                        "Everybody who has signed in: it belongs to the public record.",
                        "How each member voted is for the board’s members and the regional team.")
                : List.of(
                        "The members of " + decision.boardName() + " and the regional team.",
                        "Everybody who has signed in, once it is decided.");
    }

    /** The result as a minute says it. */
    static @Nullable String result(Decision decision) {
        var outcome = decision.outcome();
        if (outcome == null) {
            return null;
        }
        boolean carried = Boolean.TRUE.equals(decision.carried());
        var counts =
                outcome.votesFor() + " for, " + outcome.against() + " against, " + outcome.abstain() + " abstained";
        var on = " on " + WORDS.shortDate(outcome.at());
        return switch (decision.protocol()) {
            case CONSENSUS ->
                (carried ? "Agreed by consensus" : "No consensus: not agreed") + on
                        + (decision.written() ? ", in writing" : "")
                        + (outcome.abstain() > 0
                                ? "; " + WORDS.count(outcome.abstain(), "member stood aside", "members stood aside")
                                : "")
                        + (outcome.against() > 0
                                ? "; " + WORDS.count(outcome.against(), "member objected", "members objected")
                                : "")
                        + ".";
            case MAJORITY ->
                (carried ? "Carried by majority" : "Not carried") + on + (decision.written() ? ", in writing" : "")
                        + ": " + counts + ".";
            case ADVISORY ->
                (carried ? "Given as advice" : "The advice was not agreed") + on
                        + (outcome.votesFor() + outcome.against() + outcome.abstain() > 0 ? ": " + counts : "") + ".";
            case CHAIR_ACTION -> "Decided by the chair’s action" + on + ", by " + outcome.by() + ".";
        };
    }

    private static List<String> facts(Decision decision) {
        var facts = new ArrayList<String>();
        facts.add("Proposed by " + decision.proposedBy() + " on " + WORDS.shortDate(decision.proposedAt()) + ".");
        if (decision.deadline() != null) {
            facts.add("Members answer in writing by " + WORDS.date(decision.deadline()) + ".");
        }
        if (decision.outcome() != null) {
            facts.add("Recorded by " + decision.outcome().by() + " on "
                    + WORDS.moment(decision.outcome().at()) + ".");
        }
        if (decision.implementedAt() != null) {
            facts.add("Carried out by " + WORDS.shortDate(decision.implementedAt()) + ".");
        }
        if (decision.lookAgainOn() != null) {
            facts.add("To be looked at again on " + WORDS.shortDate(decision.lookAgainOn()) + ".");
        }
        return facts;
    }

    private static List<DecisionPages.VoteRow> votes(Decision decision, Ballot.Standing standing) {
        var withdrawn = standing.withdrawn();
        var shown = new ArrayList<DecisionPages.VoteRow>();
        var said = new HashSet<MembershipId>();
        for (var vote : standing.votes()) {
            said.add(vote.member());
            shown.add(new DecisionPages.VoteRow(
                    vote.who(),
                    vote.answer().inWords(decision.protocol()),
                    withdrawn.contains(vote.member())
                            ? "Not counted: withdrew for an interest"
                            : WORDS.moment(vote.at())));
        }
        if (decision.state() == DecisionState.CIRCULATED && decision.protocol().needsAQuorum()) {
            for (var voter : standing.voters()) {
                if (!said.contains(voter.seat().id())) {
                    shown.add(new DecisionPages.VoteRow(
                            voter.seat().name(), voter.withdrew() ? "Withdrew" : "Has not answered yet", ""));
                }
            }
        }
        return shown;
    }

    private static List<Option> mayVote(Viewer viewer, Decision decision, Ballot.Standing standing, boolean keep) {
        var voted = new HashSet<MembershipId>();
        standing.votes().forEach(vote -> voted.add(vote.member()));
        return standing.voters().stream()
                .filter(voter ->
                        !voter.withdrew() && !voted.contains(voter.seat().id()))
                .filter(voter -> own(viewer, voter)
                        || keep && (standing.inMeeting() || voter.seat().account() == null))
                .sorted(java.util.Comparator.comparing(voter -> !own(viewer, voter)))
                .map(voter -> Option.of(
                        voter.seat().id().value().toString(),
                        voter.by() + ", " + voter.seat().organisationName() + (own(viewer, voter) ? " (you)" : "")))
                .toList();
    }

    private static boolean own(Viewer viewer, Ballot.Voter voter) {
        return voter.voter() != null && viewer.account().equals(voter.voter().account());
    }

    private static List<Option> mayDeclare(Viewer viewer, Ballot.Standing standing, boolean keep) {
        return standing.voters().stream()
                .filter(voter -> !voter.withdrew())
                .filter(voter -> keep || viewer.account().equals(voter.seat().account()))
                .map(voter -> Option.of(
                        voter.seat().id().value().toString(), voter.seat().name()))
                .toList();
    }

    /** The form of a new proposal, under an item or not. */
    DecisionPages.FormPage proposeForm(Viewer viewer, BoardId id, @Nullable AgendaItemId item) {
        var board = boards.requireKeeper(viewer, id);
        var under = item == null ? null : agendas.item(viewer, item);
        return form(
                viewer,
                board,
                "Propose a decision",
                "/boards/" + id.value() + "/decisions/new",
                under == null
                        ? "Outside a meeting: by the chair’s action, or in writing."
                        : "Under the item “" + under.title() + "” of the meeting of " + WORDS.date(under.on()) + "."
                                + (under.restricted() ? " The item is restricted, and so is the decision." : ""),
                origins(viewer, id),
                under == null);
    }

    DecisionPages.FormPage changeForm(Viewer viewer, DecisionId id) {
        var decision = rows.seenBy(viewer, id);
        var board = boards.requireKeeper(viewer, decision.board());
        return form(
                viewer,
                board,
                "Change " + decision.reference(),
                "/decisions/" + id.value() + "/change",
                "",
                List.of(),
                decision.item() == null);
    }

    /** What the board has that a decision can be made from, other than decisions. */
    private List<Option> origins(Viewer viewer, BoardId board) {
        return Origin.options(made.orderedStream()
                .filter(room -> !room.kind().equals(Decision.KIND))
                .flatMap(room -> room.of(viewer, board).stream())
                .toList());
    }

    private DecisionPages.FormPage form(
            Viewer viewer,
            Board board,
            String title,
            String action,
            String lead,
            List<Option> origins,
            boolean mayRestrict) {
        var terms = boards.termsOn(board.id(), today());
        return new DecisionPages.FormPage(
                title,
                action,
                terms.isEmpty() ? "The board has set no terms yet, and decides nothing until it has." : lead,
                Arrays.stream(Protocol.values())
                        .filter(protocol -> terms.map(Terms::protocols)
                                .map(used -> used.containsKey(protocol))
                                .orElse(false))
                        .map(protocol -> new Option(
                                protocol.name(),
                                protocol.inWords(),
                                terms.orElseThrow().protocols().get(protocol)))
                        .toList(),
                terms.map(Terms::remit).orElse(List.of()).stream()
                        .map(clause -> Option.of(clause.id().toString(), clause.inWords()))
                        .toList(),
                rows.standing(viewer, board.id()).stream()
                        .map(one -> Option.of(
                                one.id().value().toString(),
                                one.reference() + ": " + one.words().title()))
                        .toList(),
                origins,
                mayRestrict,
                List.of(
                        new Crumb("Boards", "/boards"),
                        new Crumb(board.name(), "/boards/" + board.id().value())));
    }

    /** The protocol that the board usually takes. */
    @Nullable
    String usual(BoardId board) {
        return boards.termsOn(board, today()).map(terms -> terms.usual().name()).orElse(null);
    }

    boolean restricted(Viewer viewer, AgendaItemId item) {
        return agendas.item(viewer, item).restricted();
    }

    static String sentence(Decision decision) {
        var result = result(decision);
        var outcome = decision.outcome();
        return result == null || outcome == null ? "" : result + " " + outcome.legality();
    }

    /** "Decision 4: Share the programme (decided)". */
    static String named(Decision decision) {
        return decision.reference() + ": " + decision.words().title() + " ("
                + state(decision).toLowerCase(Locale.UK) + ")";
    }
}
