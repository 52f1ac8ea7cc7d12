package uk.slipway.placements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.PublicAddress;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.fosteringprotocol.Protocols;
import uk.slipway.fosteringprotocol.Told;
import uk.slipway.fosteringprotocol.WhoIsTold;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.WorkingCalendar;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;

/**
 * Tells those whom the protocol wants told before an answer to a referral or a decision on an offer is due, and once it is
 * late: once for each, day and level. Where the protocol sets no time or names nobody, nobody is written to.
 */
@UseCase
class CallForAnswers {

    private final AnswerRows rows;
    private final Protocols protocols;
    private final WhoIsTold whoIsTold;
    private final Messages messages;
    private final PublicAddress address;
    private final Clock clock;

    CallForAnswers(
            AnswerRows rows,
            Protocols protocols,
            WhoIsTold whoIsTold,
            Messages messages,
            PublicAddress address,
            Clock clock) {
        this.rows = rows;
        this.protocols = protocols;
        this.whoIsTold = whoIsTold;
        this.messages = messages;
        this.address = address;
        this.clock = clock;
    }

    /** @return how many answers and decisions somebody was warned of or called for */
    int round() {
        var promised = protocols.limits();
        var calendar = WorkingCalendar.published();
        var today = LondonTime.today(clock);
        int calls = 0;
        for (var awaited : rows.awaited()) {
            var limits = promised.getOrDefault(awaited.version(), Protocol.Limits.UNSET);
            var days = awaited.offer() == null ? limits.offerDays() : limits.decisionDays();
            if (days == null) {
                continue;
            }
            var due = calendar.after(LondonTime.dayOf(awaited.since()), days);
            var before = limits.before();
            var after = limits.after();
            if (after != null && after.isNowAfter(due, today, calendar)) {
                calls += call(awaited, due, after, true) ? 1 : 0;
            } else if (before != null && before.isNowBefore(due, today, calendar)) {
                calls += call(awaited, due, before, false) ? 1 : 0;
            }
        }
        return calls;
    }

    private boolean call(AnswerRows.Awaited awaited, LocalDate due, Protocol.Call wanted, boolean late) {
        var people = whoIsTold.of(wanted, awaited.owes(), named(awaited));
        var names = people.stream().map(Person::name).collect(Collectors.joining(", "));
        if (!rows.called(awaited, late, due, clock.instant(), names.isEmpty() ? "nobody holds the role" : names)) {
            return false;
        }
        var offer = awaited.offer();
        for (var person : people) {
            messages.send(
                    new Recipient(person.name(), person.email()),
                    (late ? "Late: " : "Due soon: ")
                            + (offer == null ? "an answer to referral " : "a decision on an offer for referral ")
                            + awaited.reference(),
                    """
                    Dear %s

                    %s referral %s %s due on %s.

                    %s

                    This goes to %s, as version %d of the region's protocol says.
                    """.formatted(
                                    person.name(),
                                    offer == null
                                            ? "Your fostering service's answer to"
                                            : "Your authority's decision on an offer for",
                                    awaited.reference(),
                                    late ? "was" : "is",
                                    ReferralPages.WORDS.date(due),
                                    address.of(
                                            offer == null
                                                    ? "/fostering/referrals/"
                                                            + awaited.referral().value()
                                                    : "/fostering/offers/" + offer.value()),
                                    names,
                                    awaited.version().number()));
        }
        return true;
    }

    /** The child's own people are the placing authority's: an answer is owed by another one. */
    private static Map<Told, AccountId> named(AnswerRows.Awaited awaited) {
        if (awaited.offer() == null) {
            return Map.of();
        }
        var reviewing = awaited.reviewingOfficer();
        return reviewing == null
                ? Map.of(Told.SOCIAL_WORKER, awaited.socialWorker())
                : Map.of(Told.SOCIAL_WORKER, awaited.socialWorker(), Told.REVIEWING_OFFICER, reviewing);
    }
}
