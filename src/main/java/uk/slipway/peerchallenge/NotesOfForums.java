package uk.slipway.peerchallenge;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface NotesOfForums extends Repository<ForumNotes, ForumId> {

    ForumNotes save(ForumNotes notes);

    Optional<ForumNotes> findById(ForumId id);
}
