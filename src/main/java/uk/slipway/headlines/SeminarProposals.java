package uk.slipway.headlines;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All proposals of strengths for a seminar; a headline has at most one. */
interface SeminarProposals extends Repository<SeminarProposal, SeminarProposal.Id> {

    boolean existsById(SeminarProposal.Id id);

    Optional<SeminarProposal> findByHeadline(HeadlineId headline);

    List<SeminarProposal> findByHeadlineIn(Collection<HeadlineId> headlines);

    SeminarProposal save(SeminarProposal proposal);
}
