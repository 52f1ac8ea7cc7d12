package uk.slipway.partnership;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.partnership.BoardForms.SeatForm;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.DateParts;

/** A board, or a seat on it, that two people changed at the same time: both texts, and what was typed is kept. */
final class BoardConflicts {

    private BoardConflicts() {}

    static ModelAndView of(Board now, KeepBoards.BoardTyped mine, BoardPages.FormPage page) {
        return new ConflictPage(
                        now.name(),
                        page.action(),
                        "/boards/" + now.id().value(),
                        null,
                        List.of(
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
                                        now.span().until())),
                        Map.of("version", Long.toString(now.version())))
                .answer();
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
        return new ConflictPage(
                        page.title(),
                        "/boards/" + board.value() + "/members/" + seat.value(),
                        "/boards/" + board.value(),
                        null,
                        List.of(
                                ConflictField.text(
                                        "E-mail address they sign in with", "email", typed.email(), now.email()),
                                ConflictField.text(
                                        "Or the name of somebody without an account",
                                        "person",
                                        typed.person(),
                                        now.person()),
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
                                        "First day of the term",
                                        "from",
                                        mine.term().from(),
                                        day(now.from())),
                                ConflictField.date(
                                        "Last day of the term",
                                        "until",
                                        mine.term().until(),
                                        day(now.until()))),
                        Map.of("version", Objects.toString(now.version(), "0")))
                .answer();
    }

    private static String text(UUID id) {
        return id.toString();
    }

    private static java.time.@Nullable LocalDate day(@Nullable DateParts parts) {
        return parts == null ? null : parts.toDate().orElse(null);
    }
}
