package uk.slipway.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.MembershipId;
import uk.slipway.region.OrganisationId;

/**
 * Something to be done under a priority by somebody on the board.
 *
 * @param ownerLeft whether the owner's account is closed, or they sit on the board no more
 */
record Action(
        ActionId id,
        long version,
        PriorityId priority,
        String priorityTitle,
        BoardId board,
        String boardName,
        String title,
        MembershipId ownerSeat,
        String owner,
        @Nullable AccountId ownerAccount,
        @Nullable OrganisationId ownerOrganisation,
        String ownerOrganisationName,
        boolean ownerLeft,
        LocalDate dueOn,
        ActionState state,
        Instant madeAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String doneWords,
        @Nullable Instant verifiedAt,
        @Nullable String verifiedBy) {

    static final String KIND = "priority-action";

    boolean overdue(LocalDate today) {
        return state.isOverdue(dueOn, today);
    }
}
