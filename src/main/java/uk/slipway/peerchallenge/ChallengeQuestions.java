package uk.slipway.peerchallenge;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ChallengeQuestions extends Repository<ChallengeQuestion, QuestionId> {

    ChallengeQuestion save(ChallengeQuestion question);

    Optional<ChallengeQuestion> findById(QuestionId id);

    List<ChallengeQuestion> findByForumOrderByPlaceInOrderAscIdAsc(ForumId forum);

    void delete(ChallengeQuestion question);
}
