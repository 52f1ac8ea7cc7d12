package uk.slipway.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.partnership.BoardForms.AreaForm;
import uk.slipway.partnership.BoardForms.SeatForm;
import uk.slipway.partnership.KeepBoards.TermsTyped;
import uk.slipway.region.OrganisationId;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.DateParts;

/** A board, its area, its terms, or a seat on it, that two people changed at the same time: both, and what was typed is kept. */
final class BoardConflicts {

    private BoardConflicts() {}

    static ModelAndView of(Board now, KeepBoards.BoardTyped mine, BoardPages.FormPage page) {
        return ConflictPage.of(
                        now.name(),
                        page.action(),
                        "/boards/" + now.id().value(),
                        now.version(),
                        ConflictField.text("Name", "name", mine.name(), now.name()),
                        ConflictField.choice(
                                "What kind of board is it?",
                                "kind",
                                page.kinds(),
                                "None",
                                mine.kind().name(),
                                now.kind().name()),
                        ConflictField.choice(
                                "Which board does it report to?",
                                "parent",
                                page.parents(),
                                "None",
                                id(mine.parent()),
                                id(now.parent())),
                        ConflictField.text("What is it for?", "purpose", mine.purpose(), now.purpose()),
                        ConflictField.date(
                                "From which day does it exist?",
                                "from",
                                mine.from(),
                                now.span().from()),
                        ConflictField.date(
                                "Until which day?",
                                "until",
                                mine.until(),
                                now.span().until()))
                .answer();
    }

    static ModelAndView of(
            Board board, Set<OrganisationId> mine, LocalDate from, AreaForm now, BoardPages.FormPage page) {
        return ConflictPage.of(
                        page.title(),
                        page.action(),
                        "/boards/" + board.id().value(),
                        Typed.version(now.version()),
                        ConflictField.several(
                                "Authorities and dioceses",
                                "organisations",
                                page.organisations(),
                                "None",
                                mine.stream().map(one -> text(one.value())).toList(),
                                Objects.requireNonNullElse(now.organisations(), List.of())),
                        ConflictField.date("From which day?", "from", from, from))
                .answer();
    }

    /** Both wrote the version of the terms that follows the same one; theirs is set, and mine would follow it. */
    static ModelAndView of(Board board, UUID id, TermsTyped mine, Terms now, BoardPages.FormPage page) {
        var theirs = TermsTyped.of(now);
        return new ConflictPage(
                        page.title(),
                        page.action(),
                        "/boards/" + board.id().value(),
                        null,
                        List.of(
                                ConflictField.date("From which day is it in force?", "from", mine.from(), now.from()),
                                ConflictField.text(
                                        "What may the board decide?",
                                        "remit",
                                        String.join("\n", mine.remit()),
                                        String.join("\n", theirs.remit())),
                                ConflictField.text(
                                        "How many voting members must take part in a decision?",
                                        "quorum",
                                        Integer.toString(mine.quorum()),
                                        Integer.toString(theirs.quorum())),
                                minimums(mine, theirs, page),
                                ConflictField.choice(
                                        "How does the board usually decide?",
                                        "usual",
                                        page.protocols(),
                                        "None",
                                        mine.usual().name(),
                                        theirs.usual().name()),
                                words("Words for consensus", "consensus", Protocol.CONSENSUS, mine, theirs),
                                words("Words for a majority", "majority", Protocol.MAJORITY, mine, theirs),
                                words(
                                        "Words for the chair’s action",
                                        "chairAction",
                                        Protocol.CHAIR_ACTION,
                                        mine,
                                        theirs),
                                words("Words for advice", "advisory", Protocol.ADVISORY, mine, theirs),
                                ConflictField.text(
                                        "What happens where a member has an interest?",
                                        "conflictRule",
                                        mine.conflictRule(),
                                        theirs.conflictRule())),
                        Map.of("id", text(id), "version", Integer.toString(now.number())))
                .answer();
    }

    private static ConflictField words(String label, String name, Protocol of, TermsTyped mine, TermsTyped theirs) {
        return ConflictField.text(
                label, name, mine.protocols().get(of), theirs.protocols().get(of));
    }

    /** The minimums of all types as one field; they are sent as the form sends them, types and numbers in pairs. */
    private static ConflictField minimums(TermsTyped mine, TermsTyped theirs, BoardPages.FormPage page) {
        var types = page.minimums().stream()
                .map(BoardPages.MinimumLine::type)
                .filter(type -> mine.minimums().containsKey(type))
                .toList();
        return new ConflictField(
                "How many of them, at least, of each type?",
                "minimum",
                minimums(mine, page),
                minimums(theirs, page),
                null,
                Map.of(
                        "minimumType",
                        types.stream().map(BoardConflicts::text).collect(Collectors.joining(",")),
                        "minimum",
                        types.stream()
                                .map(type -> Objects.toString(mine.minimums().get(type)))
                                .collect(Collectors.joining(","))));
    }

    private static String minimums(TermsTyped terms, BoardPages.FormPage page) {
        var words = page.minimums().stream()
                .filter(line -> terms.minimums().containsKey(line.type()))
                .map(line -> terms.minimums().get(line.type()) + " of type " + line.name())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "No minimum" : words;
    }

    private static @Nullable String id(@Nullable BoardId board) {
        return board == null ? null : board.value().toString();
    }

    static ModelAndView of(
            BoardId board,
            MembershipId seat,
            SeatForm typed,
            KeepMembers.SeatTyped mine,
            SeatForm now,
            BoardPages.FormPage page) {
        return ConflictPage.of(
                        page.title(),
                        "/boards/" + board.value() + "/members/" + seat.value(),
                        "/boards/" + board.value(),
                        Typed.version(now.version()),
                        ConflictField.text("E-mail address they sign in with", "email", typed.email(), now.email()),
                        ConflictField.text(
                                "Or the name of somebody without an account", "person", typed.person(), now.person()),
                        ConflictField.choice(
                                "Organisation",
                                "organisation",
                                page.organisations(),
                                "None of the list",
                                mine.organisation() == null
                                        ? null
                                        : text(mine.organisation().value()),
                                now.organisation()),
                        ConflictField.text(
                                "Or the name of an organisation that is not in the list",
                                "organisationName",
                                typed.organisationName(),
                                now.organisationName()),
                        ConflictField.choice(
                                "Type of member",
                                "memberType",
                                page.types(),
                                "None",
                                text(mine.memberType()),
                                now.memberType()),
                        ConflictField.choice(
                                "Role on the board",
                                "role",
                                page.roles(),
                                "None",
                                mine.role().name(),
                                now.role()),
                        ConflictField.tick("Votes", "voting", mine.voting(), "true".equals(now.voting())),
                        ConflictField.date(
                                "First day of the term", "from", mine.term().from(), day(now.from())),
                        ConflictField.date(
                                "Last day of the term", "until", mine.term().until(), day(now.until())))
                .answer();
    }

    private static String text(UUID id) {
        return id.toString();
    }

    private static @Nullable LocalDate day(@Nullable DateParts parts) {
        return parts == null ? null : parts.toDate().orElse(null);
    }
}
