package uk.slipway.monitoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.MembershipId;

/**
 * What a board watches, how often, and who reports on it.
 *
 * @param watchedVersion for the form that says what it watches
 * @param nextOn when the figures are gathered next
 * @param reporterLeft whether the reporter's account is closed, or they sit on the board no more
 */
record Routine(
        UUID id,
        long version,
        long watchedVersion,
        BoardId board,
        String boardName,
        String name,
        int everyMonths,
        LocalDate nextOn,
        MembershipId reporterSeat,
        String reporter,
        @Nullable AccountId reporterAccount,
        boolean reporterLeft,
        @Nullable LocalDate endedOn) {

    static final String KIND = "monitoring-routine";

    /** How often, in words. */
    static String often(int months) {
        return switch (months) {
            case 1 -> "every month";
            case 3 -> "every quarter";
            case 6 -> "every half year";
            case 12 -> "every year";
            default -> "every " + months + " months";
        };
    }

    /** A figure that is watched, and from where on it is an exception. */
    record Watched(
            UUID routine,
            String indicator,
            ExceptionRule rule,
            @Nullable BigDecimal limit) {}
}
