package uk.slipway.brokering;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;

/** A request, or the terms of help, that two people wrote at the same time: both texts, and what was typed is kept. */
final class SupportConflicts {

    private SupportConflicts() {}

    static ModelAndView of(SupportRequest now, SupportRequest.Wanted mine, SupportPages.AskPage page) {
        var theirs = now.wanted();
        return ConflictPage.of(
                        "What you ask for: " + theirs.title(),
                        page.action(),
                        address(now),
                        now.version(),
                        ConflictField.text("In one line", "title", mine.title(), theirs.title()),
                        ConflictField.text("What you need and why", "need", mine.need(), theirs.need()),
                        ConflictField.text("For which school?", "school", mine.school(), theirs.school()),
                        ConflictField.date("By when do you need it?", "wantedBy", mine.wantedBy(), theirs.wantedBy()),
                        ConflictField.choice(
                                "By which published figure will you see whether it helped?",
                                "indicator",
                                page.indicators(),
                                "None",
                                mine.indicator(),
                                theirs.indicator()))
                .answer();
    }

    static ModelAndView of(
            SupportRequest now, SupportRequest.Terms mine, SupportRequest.Terms theirs, SupportPages.ProposePage page) {
        return new ConflictPage(
                        page.title(),
                        address(now) + "/propose",
                        address(now),
                        null,
                        List.of(
                                ConflictField.choice(
                                        "Who helps?",
                                        "supporter",
                                        page.supporters(),
                                        "Nobody",
                                        mine.supporter().value().toString(),
                                        theirs.supporter().value().toString()),
                                ConflictField.text(
                                        "What is agreed?", "agreement", mine.agreement(), theirs.agreement()),
                                ConflictField.date("First day", "startsOn", mine.startsOn(), theirs.startsOn()),
                                ConflictField.date("Last day", "endsOn", mine.endsOn(), theirs.endsOn()),
                                ConflictField.date(
                                        "When do you look back together?",
                                        "lookBackOn",
                                        mine.lookBackOn(),
                                        theirs.lookBackOn()),
                                ConflictField.text(
                                        "What does it cost, in pounds?",
                                        "cost",
                                        pounds(mine.cost()),
                                        pounds(theirs.cost())),
                                ConflictField.text("Who pays?", "paidBy", mine.paidBy(), theirs.paidBy())),
                        Map.of("version", Long.toString(now.version()), "offer", Objects.toString(mine.offer(), "")))
                .answer();
    }

    private static @Nullable String pounds(@Nullable BigDecimal cost) {
        return cost == null ? null : cost.toPlainString();
    }

    /** The request as it is now, where what was sent cannot be put in the place of what is saved. */
    static ModelAndView of(SupportPages.RequestPage now, String why) {
        return new ModelAndView(
                "brokering/request",
                Map.of("page", now, "form", new SupportForm.Withdraw(null), "notice", why),
                HttpStatus.CONFLICT);
    }

    private static String address(SupportRequest request) {
        return "/support/" + request.id().value();
    }
}
