package uk.slipway.commitments;

import java.time.Clock;
import java.util.UUID;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** An authority notes how one of its commitments is going. */
@UseCase
class NoteProgress {

    private final Commitments commitments;
    private final Clock clock;

    NoteProgress(Commitments commitments, Clock clock) {
        this.commitments = commitments;
        this.clock = clock;
    }

    /**
     * Adds a note; the same note again changes nothing.
     *
     * @param noteId the id made with the form
     * @throws NotFound when it is not the viewer's authority's
     */
    void handle(CommitmentId id, UUID noteId, String note, Viewer viewer) {
        var commitment = commitments
                .findById(id)
                .filter(found -> viewer.worksFor(found.authority()))
                .orElseThrow(NotFound::new);
        commitment.note(noteId, note, viewer.name(), clock.instant());
        commitments.save(commitment);
    }
}
