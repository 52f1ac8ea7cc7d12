package uk.slipway.meetings;

import org.jspecify.annotations.Nullable;
import uk.slipway.partnership.MembershipId;

/** Whether a member came to a meeting, and who stood in for them. */
record Attendance(
        MembershipId member,
        Status status,
        @Nullable MembershipId deputy,
        @Nullable String deputyName) {

    enum Status {
        PRESENT("Present"),
        DEPUTY("Sent a deputy"),
        APOLOGIES("Apologies"),
        ABSENT("Absent");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    boolean takesPart() {
        return status == Status.PRESENT || status == Status.DEPUTY;
    }
}
