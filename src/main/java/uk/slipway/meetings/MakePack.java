package uk.slipway.meetings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.Boards;
import uk.slipway.web.NotFound;
import uk.slipway.web.Words;

/**
 * Gives a viewer the pack of a meeting: for voting members and the clerk with what is restricted, for other members without.
 * It is built again when something in it has changed since, and says what.
 */
@UseCase
class MakePack {

    private static final Words WORDS = new Words();

    private final MeetingRows rows;
    private final MeetingPacks packs;
    private final PackPdf pdf;
    private final Boards boards;
    private final Clock clock;

    MakePack(MeetingRows rows, MeetingPacks packs, PackPdf pdf, Boards boards, Clock clock) {
        this.rows = rows;
        this.packs = packs;
        this.pdf = pdf;
        this.boards = boards;
        this.clock = clock;
    }

    /** @throws NotFound when the meeting has no agenda yet, or is not the viewer's to see */
    byte[] of(Viewer viewer, MeetingId id) {
        var meeting = rows.seenBy(viewer, id);
        boolean restricted = boards.maySeeRestricted(viewer, meeting.board());
        var items = rows.items(viewer, id, LondonTime.today(clock));
        if (items.isEmpty()) {
            throw new NotFound();
        }
        rows.hold(id);
        var papers = rows.papers(viewer, id).stream()
                .filter(paper -> paper.removedAt() == null)
                .toList();
        var fingerprint = MeetingPacks.fingerprint(meeting, items, papers);
        var before = packs.latest(id, restricted);
        if (before.filter(pack -> pack.fingerprint().equals(fingerprint)).isPresent()) {
            return packs.content(id, restricted);
        }
        var parts = MeetingPacks.parts(items, papers);
        int number = before.map(Pack::number).orElse(0) + 1;
        var changed = before.map(pack -> changed(pack.parts(), parts)).orElse("");
        var built = pdf.build(
                meeting,
                items,
                papers,
                papers.stream().collect(Collectors.toMap(Paper::id, paper -> content(paper.id()))),
                "Version " + number + ", " + WORDS.moment(clock.instant()) + (changed.isEmpty() ? "" : ". " + changed));
        packs.keep(
                id,
                restricted,
                new Pack(number, fingerprint, parts, changed, built.pages(), clock.instant()),
                built.content());
        return built.content();
    }

    private byte[] content(UUID paper) {
        return rows.content(paper);
    }

    /** What is new and what is gone, as a sentence. */
    static String changed(String before, String now) {
        var old = before.lines().toList();
        var fresh = now.lines().toList();
        var added = new ArrayList<>(fresh);
        old.forEach(added::remove);
        var gone = new ArrayList<>(old);
        fresh.forEach(gone::remove);
        var sentences = new ArrayList<String>();
        if (!added.isEmpty()) {
            sentences.add("New since the version before: " + few(added) + ".");
        }
        if (!gone.isEmpty()) {
            sentences.add("No longer in it: " + few(gone) + ".");
        }
        return sentences.isEmpty() ? "The order or the details of the agenda changed." : String.join(" ", sentences);
    }

    private static String few(List<String> lines) {
        int most = 6;
        return lines.size() <= most
                ? WORDS.list(lines)
                : String.join(", ", lines.subList(0, most)) + " and " + (lines.size() - most) + " more";
    }
}
