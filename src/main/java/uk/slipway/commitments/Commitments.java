package uk.slipway.commitments;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Commitments extends JpaRepository<Commitment, CommitmentId> {

    Optional<Commitment> findByFromKindAndFromId(String fromKind, UUID fromId);
}
