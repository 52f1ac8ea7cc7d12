package uk.slipway.partnership;

import java.util.Map;

/** How often members came; implemented by the room that holds meetings. */
public interface AttendanceOnBoards {

    /** Of the meetings of a board that were held in the last year: how many each member attended, in one statement. */
    Map<MembershipId, Attended> of(BoardId board);

    /**
     * One member's attendance.
     *
     * @param attended meetings they came to, themselves or through a deputy
     * @param held meetings held during their term
     */
    record Attended(int attended, int held) {}
}
