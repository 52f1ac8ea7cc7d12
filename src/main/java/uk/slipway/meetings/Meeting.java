package uk.slipway.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.partnership.BoardId;
import uk.slipway.region.LocalAuthorityId;

/**
 * A meeting of a board.
 *
 * @param series the name of the series it belongs to, or null for a single one
 * @param reason why it was cancelled, or null
 * @param issuedAt when the agenda was sent to members, or null
 * @param attendanceVersion for the form that records who came
 * @param approvedAt the later meeting that approved the minutes, or null
 */
record Meeting(
        MeetingId id,
        long version,
        BoardId board,
        String boardName,
        @Nullable String series,
        String title,
        LocalDate on,
        LocalTime starts,
        String place,
        State state,
        @Nullable String reason,
        @Nullable Instant issuedAt,
        @Nullable String othersPresent,
        long attendanceVersion,
        MinutesState minutes,
        @Nullable String clearedBy,
        @Nullable Instant clearedAt,
        @Nullable Instant circulatedAt,
        @Nullable Instant minutesApprovedAt,
        @Nullable MeetingId approvedAt) {

    static final String KIND = "meeting";

    /** Whether it is ahead, has been, or will not be. */
    enum State {
        PLANNED,
        HELD,
        CANCELLED
    }

    /** Whether its agenda, its interests and what is decided in it can still change: its minutes are not cleared. */
    boolean isOpen() {
        return state != State.CANCELLED && minutes == MinutesState.DRAFT;
    }

    static RecordRef refOf(UUID id) {
        return new RecordRef(KIND, id);
    }

    Happened happened(String what, Instant at) {
        return new Happened(id.value(), what, at);
    }

    /** Something was done with a meeting. */
    record Happened(UUID meeting, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return refOf(meeting);
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }
    }
}
