package uk.slipway.annualconversation;

import java.util.Optional;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.LocalAuthorityId;

/** The two who talk. */
enum Party {
    AUTHORITY,
    OFSTED;

    /** Whose side a viewer is on in a conversation of this authority that they may see; none for the regional team. */
    static Optional<Party> of(Viewer viewer, LocalAuthorityId authority) {
        if (viewer.worksFor(authority)) {
            return Optional.of(AUTHORITY);
        }
        return viewer.is(Role.OFSTED_COLLEAGUE) ? Optional.of(OFSTED) : Optional.empty();
    }
}
