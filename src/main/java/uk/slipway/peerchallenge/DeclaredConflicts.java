package uk.slipway.peerchallenge;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DeclaredConflicts extends Repository<DeclaredConflict, ConflictId> {

    DeclaredConflict save(DeclaredConflict conflict);

    Optional<DeclaredConflict> findById(ConflictId id);
}
