package uk.slipway.datasets;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Releases extends Repository<Release, ReleaseId> {

    Release save(Release release);

    Release saveAndFlush(Release release);

    Optional<Release> findById(ReleaseId id);

    /** Two people may press at once: the second waits, and finds that it is decided. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Release r where r.id = :id")
    Optional<Release> lock(ReleaseId id);
}
