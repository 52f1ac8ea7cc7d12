package uk.slipway.selfevaluation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Points extends Repository<Point, UUID> {

    Point save(Point point);

    void delete(Point point);

    Optional<Point> findById(UUID id);

    List<Point> findBySectionInOrderById(Collection<UUID> sections);
}
