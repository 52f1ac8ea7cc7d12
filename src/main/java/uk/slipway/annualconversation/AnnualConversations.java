package uk.slipway.annualconversation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import uk.slipway.cycles.CycleId;

/** All annual conversations. */
interface AnnualConversations extends Repository<AnnualConversation, ConversationId> {

    Optional<AnnualConversation> findById(ConversationId id);

    List<AnnualConversation> findByCycle(CycleId cycle);

    AnnualConversation save(AnnualConversation conversation);
}
