package uk.slipway.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RolesHeld extends Repository<RoleHeld, RoleHeldId> {

    RoleHeld save(RoleHeld held);

    Optional<RoleHeld> findById(RoleHeldId id);

    List<RoleHeld> findByAccount(AccountId account);
}
