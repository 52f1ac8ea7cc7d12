package uk.slipway.fosteringprotocol;

import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Role;

/** Whom a protocol may have told when something is due or late: people of the authority that owes it. */
public enum Told {
    SOCIAL_WORKER("The child’s social worker", null),
    REVIEWING_OFFICER("The child’s Independent Reviewing Officer", null),
    FOSTERING_OFFICERS("The fostering officers", Role.FOSTERING_OFFICER),
    COMMISSIONERS("The placements commissioners", Role.COMMISSIONER),
    DIRECTOR("The Director of Children’s Services", Role.DIRECTOR);

    private final String words;

    @Nullable
    private final Role role;

    Told(String words, @Nullable Role role) {
        this.words = words;
        this.role = role;
    }

    /** As it is shown. */
    public String inWords() {
        return words;
    }

    /** Whose holders in the authority are meant, or null for somebody who is named on the child’s record. */
    public @Nullable Role role() {
        return role;
    }
}
