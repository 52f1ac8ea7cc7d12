package uk.slipway.cycles;

import java.util.Optional;
import uk.slipway.accounts.Role;

/** The three who sign the memorandum of understanding, each for themselves. */
enum MemorandumRole {
    DIRECTOR(Role.DIRECTOR),
    CHIEF_EXECUTIVE(Role.CHIEF_EXECUTIVE),
    LEAD_MEMBER(Role.LEAD_MEMBER);

    private final Role role;

    MemorandumRole(Role role) {
        this.role = role;
    }

    String inWords() {
        return role.inWords();
    }

    static Optional<MemorandumRole> of(Role role) {
        for (var signing : values()) {
            if (signing.role == role) {
                return Optional.of(signing);
            }
        }
        return Optional.empty();
    }
}
