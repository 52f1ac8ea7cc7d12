package uk.slipway.annualconversation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All private notes; read only after it is known on which side the viewer is. */
interface PrivateNotes extends Repository<PrivateNote, PrivateNote.Id> {

    Optional<PrivateNote> findByConversationAndSide(ConversationId conversation, Party side);

    PrivateNote save(PrivateNote note);
}
