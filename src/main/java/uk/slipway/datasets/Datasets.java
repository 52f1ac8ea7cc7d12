package uk.slipway.datasets;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Datasets extends Repository<Dataset, DatasetId> {

    Dataset save(Dataset dataset);

    Optional<Dataset> findById(DatasetId id);

    Optional<Dataset> findBySlug(String slug);
}
