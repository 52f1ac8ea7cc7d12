package uk.slipway.peerchallenge;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;

/** Writes a forum's notes. */
@UseCase
public class WriteForumNotes {

    private final ForumGate gate;
    private final NotesOfForums notes;
    private final Clock clock;

    WriteForumNotes(ForumGate gate, NotesOfForums notes, Clock clock) {
        this.gate = gate;
        this.notes = notes;
        this.clock = clock;
    }

    /** How many characters the notes may have. */
    public static final int LONGEST = ForumNotes.LONGEST;

    /**
     * Saves them.
     *
     * @param version the version the form was opened with, -1 before the first
     * @param text Markdown, at most {@link #LONGEST} characters
     * @throws EditConflict when somebody else saved them since
     */
    public void write(ForumId id, long version, String text, Viewer viewer) {
        var forum = gate.seenBy(viewer, id);
        if (!ForumGate.mayCapture(viewer, forum)) {
            throw new NotYours();
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("At most " + LONGEST + " characters");
        }
        if (forum.state().isStopped() || forum.state().hasReached(ForumState.CLOSED)) {
            throw new OutOfStep("The forum is over, or not going ahead; its notes stay as they are.");
        }
        var written = notes.findById(id);
        if (written.isPresent()) {
            var one = written.get();
            if (one.text().equals(text)) {
                return;
            }
            if (one.version() != version) {
                throw new EditConflict();
            }
            one.rewrite(text, viewer.name(), clock.instant());
            notes.save(one);
        } else {
            notes.save(new ForumNotes(forum, text, viewer.name(), clock.instant()));
        }
    }
}
