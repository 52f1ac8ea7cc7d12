package uk.slipway.partnership;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.kernel.DateSpan;
import uk.slipway.region.OrganisationId;

/**
 * One person's place on a board, for a term.
 *
 * @param version for the form that changes it
 * @param person their name: the account's, or as it was typed for somebody without one
 * @param email where to write to them, or null for somebody without an account
 * @param organisation the organisation they sit for, or null where it is only named
 * @param organisationName its name
 * @param voting whether they vote; a deputy only while standing in
 * @param left whether their account has been closed, so that nobody can act for them
 */
public record Seat(
        MembershipId id,
        long version,
        BoardId board,
        String person,
        @Nullable AccountId account,
        @Nullable String email,
        @Nullable OrganisationId organisation,
        String organisationName,
        UUID memberType,
        String memberTypeName,
        BoardRole role,
        boolean voting,
        DateSpan term,
        boolean left) {

    /** "Ruth Eastham, Diocese of Salford". */
    public String name() {
        return person + ", " + organisationName;
    }

    /** Whether it counts towards a quorum and may vote in its own right. */
    public boolean counts() {
        return voting && role.isASeat();
    }
}
