package uk.slipway.selfevaluation;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SelfEvaluations extends Repository<SelfEvaluation, SelfEvaluationId> {

    SelfEvaluation save(SelfEvaluation evaluation);

    Optional<SelfEvaluation> findById(SelfEvaluationId id);

    /** Held until the transaction ends, so that no edit slips in beside a transition. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from SelfEvaluation e where e.id = :id")
    Optional<SelfEvaluation> findHeld(SelfEvaluationId id);

    /** The newest version of an authority in a cycle. */
    @Query("""
        select e from SelfEvaluation e where e.visibility.authority.value = :authority and e.cycle = :cycle
        and e.number = (select max(f.number) from SelfEvaluation f
                        where f.visibility.authority.value = :authority and f.cycle = :cycle)
        """)
    Optional<SelfEvaluation> findNewest(UUID authority, UUID cycle);

    /** The first version of an authority in a cycle. */
    @Query("""
        select e from SelfEvaluation e
        where e.visibility.authority.value = :authority and e.cycle = :cycle and e.number = 1
        """)
    Optional<SelfEvaluation> findFirst(UUID authority, UUID cycle);

    /** The newest version that has been submitted. */
    @Query("""
        select e from SelfEvaluation e where e.visibility.authority.value = :authority and e.cycle = :cycle
        and e.number = (select max(f.number) from SelfEvaluation f
                        where f.visibility.authority.value = :authority and f.cycle = :cycle
                          and f.state in (SUBMITTED, CHALLENGED, CLOSED))
        """)
    Optional<SelfEvaluation> findNewestSubmitted(UUID authority, UUID cycle);
}
