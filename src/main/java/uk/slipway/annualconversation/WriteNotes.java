package uk.slipway.annualconversation;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Words;

/** Each side writes its private notes, which nobody but that side ever reads. */
@UseCase
class WriteNotes {

    static final int LONGEST = 20_000;

    private final PrivateNotes notes;
    private final SeenConversations seen;
    private final Clock clock;

    WriteNotes(PrivateNotes notes, SeenConversations seen, Clock clock) {
        this.notes = notes;
        this.seen = seen;
        this.clock = clock;
    }

    record NotesView(String text, long version, @Nullable String saved) {}

    /** The viewer's own side's notes; version -1 before the first. */
    NotesView read(Viewer viewer, ConversationId id) {
        var conversation = seen.requireParty(viewer, id);
        return notes.findByConversationAndSide(id, SeenConversations.party(viewer, conversation))
                .map(note -> new NotesView(
                        note.text(),
                        note.version(),
                        "Saved by " + note.writtenBy() + ", " + new Words().moment(note.writtenAt())))
                .orElse(new NotesView("", -1, null));
    }

    /** @throws EditConflict when somebody of the same side saved them since */
    void write(Viewer viewer, ConversationId id, long version, String text) {
        var conversation = seen.requireParty(viewer, id);
        var side = SeenConversations.party(viewer, conversation);
        var existing = notes.findByConversationAndSide(id, side);
        if (existing.isPresent()) {
            var note = existing.get();
            if (note.text().equals(text)) {
                return;
            }
            if (note.version() != version) {
                throw new EditConflict();
            }
            note.write(text, viewer, clock.instant());
            notes.save(note);
            return;
        }
        var first = new PrivateNote.Id(Uuid7.next());
        notes.save(
                side == Party.AUTHORITY
                        ? PrivateNote.ofTheAuthority(first, id, conversation.authority(), text, viewer, clock.instant())
                        : PrivateNote.ofOfsted(first, id, viewer.organisation(), text, viewer, clock.instant()));
    }
}
