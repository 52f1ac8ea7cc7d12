package uk.slipway.headlines;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import uk.slipway.peerchallenge.ForumId;

/** All headlines. */
interface Headlines extends Repository<Headline, HeadlineId> {

    Optional<Headline> findById(HeadlineId id);

    List<Headline> findByForumOrderByDraftedAt(ForumId forum);

    Headline save(Headline headline);
}
