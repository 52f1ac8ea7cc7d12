package uk.slipway.returns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.slipway.accounts.Appointed;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.PublicAddress;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.Words;

/**
 * Reminds the key contacts of what has not been handed in: once in the week before the deadline, and once after it. A
 * round that was missed is made up for within a fortnight.
 */
@UseCase
class RemindKeyContacts {

    private static final Words WORDS = new Words();
    private static final int WEEK = 7;

    private final ReturnRows rows;
    private final Directory directory;
    private final LocalAuthorities authorities;
    private final Messages messages;
    private final PublicAddress address;
    private final Clock clock;

    RemindKeyContacts(
            ReturnRows rows,
            Directory directory,
            LocalAuthorities authorities,
            Messages messages,
            PublicAddress address,
            Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.authorities = authorities;
        this.messages = messages;
        this.address = address;
        this.clock = clock;
    }

    /** One round, on whatever day it is; another on the same day sends nothing more. Answers how many were written. */
    int remind() {
        var today = LondonTime.today(clock);
        return remind("BEFORE", today, today.plusDays(WEEK))
                + remind("AFTER", today.minusDays(2L * WEEK), today.minusDays(1));
    }

    private int remind(String kind, LocalDate from, LocalDate until) {
        var unanswered = rows.unanswered(from, until, kind);
        var contacts = directory
                .appointedTo(
                        unanswered.stream().map(one -> one.authority().value()).toList(),
                        Set.of(AppointmentKind.KEY_CONTACT))
                .stream()
                .collect(Collectors.groupingBy(Appointed::subject));
        int written = 0;
        for (var one : unanswered) {
            var whom = contacts.getOrDefault(one.authority().value(), List.of());
            if (!whom.isEmpty() && rows.remind(one.answer(), kind, clock.instant())) {
                whom.forEach(contact -> write(one, contact, kind));
                written += whom.size();
            }
        }
        return written;
    }

    private void write(ReturnRows.Unanswered one, Appointed contact, String kind) {
        var authority = authorities.get(one.authority());
        var quarter = one.quarter().quarter();
        var deadline = WORDS.date(one.quarter().deadline());
        boolean before = kind.equals("BEFORE");
        messages.send(
                new Recipient(contact.person().name(), contact.person().email()),
                (before ? "Due by " + deadline : "Overdue since " + deadline) + ": quarterly return for "
                        + quarter.months(),
                """
                Dear %s

                %s has not submitted its quarterly return for %s (%s) yet. %s

                %s

                You get this message because you are %s’s key contact for quarterly returns.
                """.formatted(
                                contact.person().name(),
                                authority.name(),
                                quarter.months(),
                                quarter.label(),
                                before ? "It is due by " + deadline + "." : "It was due by " + deadline + ".",
                                address.of("/returns/" + one.quarter().id() + "/authorities/" + authority.gssCode()),
                                authority.name()));
    }
}
