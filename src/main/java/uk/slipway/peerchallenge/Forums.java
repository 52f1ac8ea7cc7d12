package uk.slipway.peerchallenge;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;

interface Forums extends Repository<Forum, ForumId> {

    Forum save(Forum forum);

    Optional<Forum> findById(ForumId id);

    /** Those of an authority in a cycle, the cancelled ones last. */
    @Query("""
        select f from Forum f where f.visibility.authority = :authority and f.cycle = :cycle
        order by case when f.state = uk.slipway.peerchallenge.ForumState.CANCELLED then 1 else 0 end, f.id.value desc
        """)
    List<Forum> of(LocalAuthorityId authority, CycleId cycle);
}
