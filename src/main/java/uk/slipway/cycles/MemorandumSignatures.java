package uk.slipway.cycles;

import org.springframework.data.jpa.repository.JpaRepository;
import uk.slipway.region.LocalAuthorityId;

interface MemorandumSignatures extends JpaRepository<MemorandumSignature, SignatureId> {

    boolean existsByCycleAndAuthorityAndRole(CycleId cycle, LocalAuthorityId authority, MemorandumRole role);
}
