package uk.slipway.annualconversation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All next steps. */
interface NextSteps extends Repository<NextStep, NextStep.Id> {

    Optional<NextStep> findById(NextStep.Id id);

    List<NextStep> findByConversationOrderByProposedAt(ConversationId conversation);

    NextStep save(NextStep step);
}
