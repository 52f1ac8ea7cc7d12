package uk.slipway.meetings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.partnership.MembershipId;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;

/** A meeting, or an item of its agenda, that two people changed at the same time: both texts, what was typed is kept. */
final class MeetingConflicts {

    private MeetingConflicts() {}

    static ModelAndView of(PlanMeetings.Arranged mine, Meeting now) {
        var address = "/meetings/" + now.id().value();
        return ConflictPage.of(
                        now.title(),
                        address + "/change",
                        address,
                        now.version(),
                        ConflictField.text("Title", "title", mine.title(), now.title()),
                        ConflictField.date("On which day?", "on", mine.on(), now.on()),
                        ConflictField.text(
                                "Starts at",
                                "starts",
                                mine.starts().toString(),
                                now.starts().toString()),
                        ConflictField.text("Where, or how to join", "place", mine.place(), now.place()))
                .answer();
    }

    /** @param leadName as it was typed, also where a member was chosen beside it */
    static ModelAndView of(
            UUID meeting,
            SetAgenda.ItemTyped mine,
            @Nullable String leadName,
            AgendaItem now,
            MeetingPages.FormPage page) {
        var theirs = SetAgenda.of(now);
        var address = "/meetings/" + meeting;
        return ConflictPage.of(
                        "Item of the agenda: " + now.title(),
                        address + "/items/" + now.id().value(),
                        address,
                        now.version(),
                        ConflictField.text("Title", "title", mine.title(), theirs.title()),
                        ConflictField.choice(
                                "What is the board asked to do with it?",
                                "kind",
                                page.kinds(),
                                "None",
                                mine.kind().name(),
                                theirs.kind().name()),
                        ConflictField.text("What it is about", "note", mine.note(), theirs.note()),
                        ConflictField.choice(
                                "Who leads it?",
                                "lead",
                                page.leads(),
                                "Nobody of the board",
                                id(mine.lead()),
                                id(theirs.lead())),
                        ConflictField.text("Or the name of somebody else", "leadName", leadName, theirs.leadName()),
                        ConflictField.text(
                                "How many minutes?",
                                "minutes",
                                Integer.toString(mine.minutes()),
                                Integer.toString(theirs.minutes())),
                        ConflictField.tick(
                                "Restricted to voting members", "restricted", mine.restricted(), theirs.restricted()))
                .answer();
    }

    private static @Nullable String id(@Nullable MembershipId seat) {
        return seat == null ? null : seat.value().toString();
    }
}
