package uk.slipway.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RolesHeld extends Repository<RoleHeld, RoleHeldId> {

    /** At once, so that statements beside JPA in the same transaction see it. */
    RoleHeld saveAndFlush(RoleHeld held);

    Optional<RoleHeld> findById(RoleHeldId id);

    List<RoleHeld> findByAccount(AccountId account);
}
