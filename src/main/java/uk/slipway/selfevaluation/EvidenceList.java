package uk.slipway.selfevaluation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface EvidenceList extends Repository<Evidence, UUID> {

    Evidence save(Evidence evidence);

    void delete(Evidence evidence);

    Optional<Evidence> findById(UUID id);

    List<Evidence> findBySectionInOrderById(Collection<UUID> sections);
}
