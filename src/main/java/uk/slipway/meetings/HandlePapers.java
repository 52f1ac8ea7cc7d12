package uk.slipway.meetings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.partnership.Boards;
import uk.slipway.web.CheckedFile;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.VirusScan;

/** Papers come to an item, are read, and are taken away again with a reason; what was there stays named. */
@UseCase
class HandlePapers {

    /** The largest paper accepted, in bytes: 25 MB. */
    static final int LARGEST = 25 * 1024 * 1024;

    private final MeetingRows rows;
    private final Boards boards;
    private final VirusScan scan;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandlePapers(
            MeetingRows rows, Boards boards, VirusScan scan, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.scan = scan;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a paper to an item; the same id a second time changes nothing.
     *
     * @throws Refused when the virus scanner found something, or is configured and did not answer
     */
    void add(Viewer viewer, MeetingId id, AgendaItemId item, UUID paper, String title, CheckedFile file) {
        var meeting = rows.seenBy(viewer, id);
        var into = rows.item(viewer, item, LondonTime.today(clock));
        if (!id.equals(into.meeting())) {
            throw new NotFound();
        }
        if (!boards.mayKeep(viewer, meeting.board()) && !leads(viewer, into)) {
            throw new NotYours();
        }
        if (meeting.state() == Meeting.State.CANCELLED || meeting.minutes() == MinutesState.APPROVED) {
            throw new NotYours();
        }
        boolean scanned =
                switch (scan.scan(file.content())) {
                    case CLEAN -> true;
                    case NOT_SCANNED -> false;
                    case INFECTED ->
                        throw new Refused(
                                "file", "The virus scanner found something in this file. It has not been kept");
                    case UNANSWERED ->
                        throw new Refused(
                                "file", "The virus scanner does not answer, so the file was not kept. Try again later");
                };
        boolean added = rows.addPaper(
                new Paper(
                        paper,
                        item,
                        title,
                        file.name(),
                        file.mediaType(),
                        file.content().length,
                        sha256(file.content()),
                        scanned,
                        clock.instant(),
                        viewer.name() + ", " + viewer.actingAs(),
                        null,
                        null,
                        null),
                file.content());
        if (added) {
            events.publishEvent(meeting.happened(
                    into.restricted() ? "added a paper to a restricted item" : "added the paper " + title,
                    clock.instant()));
        }
    }

    private boolean leads(Viewer viewer, AgendaItem item) {
        return boards.seatOf(viewer, item.board())
                .filter(seat -> seat.id().equals(item.lead()))
                .isPresent();
    }

    /** Takes a paper away; its name and the reason stay, its content goes. A second time changes nothing. */
    void remove(Viewer viewer, MeetingId id, UUID paper, String because) {
        var meeting = rows.seenBy(viewer, id);
        boards.requireKeeper(viewer, meeting.board());
        var now = rows.paper(viewer, id, paper);
        if (now.removedAt() != null) {
            return;
        }
        if (meeting.minutes() == MinutesState.APPROVED) {
            throw new NotYours();
        }
        rows.removePaper(paper, viewer.name() + ", " + viewer.actingAs(), because, clock.instant());
        var restricted =
                rows.item(viewer, now.item(), LondonTime.today(clock)).restricted();
        events.publishEvent(meeting.happened(
                restricted ? "removed a paper of a restricted item" : "removed the paper " + now.title() + ": " + because,
                clock.instant()));
    }

    /** A paper with its content; empty content where it was removed. */
    record Opened(Paper paper, byte[] content) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Opened opened && opened.paper.equals(paper);
        }

        @Override
        public int hashCode() {
            return paper.hashCode();
        }

        @Override
        public String toString() {
            return paper.toString();
        }
    }

    Opened open(Viewer viewer, MeetingId id, UUID paper) {
        var found = rows.paper(viewer, id, paper);
        return new Opened(found, found.removedAt() == null ? rows.content(paper) : new byte[0]);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
