package uk.slipway.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.MembershipId;

/**
 * One item of an agenda.
 *
 * @param meeting null while it waits in the backlog
 * @param lead the member who leads it, or null
 * @param leadName the lead in words: the member's name, or one that was typed; null where nobody leads it
 * @param leadIsGone true where the member's term is over or their account is closed
 * @param carried whether it was carried on to another meeting
 */
record AgendaItem(
        AgendaItemId id,
        long version,
        BoardId board,
        @Nullable MeetingId meeting,
        int place,
        ItemKind kind,
        String title,
        @Nullable String note,
        @Nullable MembershipId lead,
        @Nullable String leadName,
        boolean leadIsGone,
        int minutesAllotted,
        boolean restricted,
        boolean carried,
        String minute,
        long minuteVersion,
        @Nullable String minuteBy,
        @Nullable Instant minuteAt) {}
