package uk.slipway.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.particulars.ParticularsForNotices;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementState;
import uk.slipway.placements.PlacementView;
import uk.slipway.placements.SeenPlacements;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The placing authority prepares a notice, sends it, records it on paper, withholds it, or says why it is not given. */
@UseCase
class GiveNotice {

    private final SeenPlacements placements;
    private final NoticeRows rows;
    private final NoticeLinks links;
    private final NoticeLetters letters;
    private final ParticularsForNotices particulars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GiveNotice(
            SeenPlacements placements,
            NoticeRows rows,
            NoticeLinks links,
            NoticeLetters letters,
            ParticularsForNotices particulars,
            ApplicationEventPublisher events,
            Clock clock) {
        this.placements = placements;
        this.rows = rows;
        this.links = links;
        this.letters = letters;
        this.particulars = particulars;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Where a notice is to go.
     *
     * @param codeEmail another known address for the code, or null for the same
     * @param carriesParticulars whether it is to say who the child is, where the kind of recipient is told that
     */
    record To(String name, String email, @Nullable String codeEmail, boolean carriesParticulars) {}

    /**
     * Why nothing is sent, or how it was given.
     *
     * @param on the day
     * @param words how it was given on paper, or the reason
     */
    record Otherwise(NoticeState state, String name, LocalDate on, String words) {}

    /**
     * Prepares a notice; one to the same recipient that waits already is that one.
     *
     * @throws NotYours when the viewer does not give the placing authority's notices
     */
    NoticeId prepare(Viewer viewer, PlacementId id, Regulation regulation, RecipientKind kind, To to) {
        var placement = ours(viewer, id);
        rows.hold(id);
        var same = rows.of(id).stream()
                .filter(notice -> notice.regulation() == regulation
                        && notice.kind() == kind
                        && to.email().equalsIgnoreCase(notice.email()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().id();
        }
        var notice = new StatutoryNotice(
                NoticeRows.newId(),
                0,
                id,
                placement.placing(),
                placement.fostering(),
                regulation,
                kind,
                to.name(),
                to.email(),
                to.codeEmail(),
                carries(kind, to),
                NoticeState.PREPARED,
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null);
        rows.add(notice);
        tell(notice, "prepared a notice to " + words(kind));
        return notice.id();
    }

    /**
     * Records, for a recipient to whom nothing is prepared, that they were told on paper, or why they are not told.
     *
     * @throws NotYours when the viewer does not give the placing authority's notices
     */
    NoticeId record(Viewer viewer, PlacementId id, Regulation regulation, RecipientKind kind, Otherwise otherwise) {
        var placement = ours(viewer, id);
        allowed(regulation, kind, otherwise.state());
        rows.hold(id);
        var same = rows.of(id).stream()
                .filter(notice -> notice.regulation() == regulation
                        && notice.kind() == kind
                        && notice.state() == otherwise.state()
                        && otherwise.name().equals(notice.name())
                        && otherwise.words().equals(notice.words()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().id();
        }
        var notice = new StatutoryNotice(
                NoticeRows.newId(),
                0,
                id,
                placement.placing(),
                placement.fostering(),
                regulation,
                kind,
                otherwise.name(),
                null,
                null,
                false,
                otherwise.state(),
                clock.instant(),
                otherwise.on(),
                by(viewer),
                null,
                otherwise.words(),
                null,
                null);
        rows.add(notice);
        tell(notice, said(kind, otherwise.state()));
        return notice.id();
    }

    /**
     * Settles a prepared notice without sending it.
     *
     * @throws EditConflict when it is not as the page showed it
     */
    void settle(Viewer viewer, NoticeId id, long version, Otherwise otherwise) {
        var notice = held(viewer, id);
        allowed(notice.regulation(), notice.kind(), otherwise.state());
        if (notice.state() == otherwise.state() && otherwise.words().equals(notice.words())) {
            return;
        }
        if (notice.version() != version || notice.state() != NoticeState.PREPARED) {
            throw new EditConflict();
        }
        rows.settle(id, otherwise.state(), otherwise.on(), by(viewer), null, otherwise.words());
        tell(notice, said(notice.kind(), otherwise.state()));
    }

    /**
     * Sends a prepared notice: its recipient gets a link. One that has been sent stays so.
     *
     * @throws EditConflict when it is not as the page showed it
     */
    void send(Viewer viewer, NoticeId id, long version) {
        var notice = held(viewer, id);
        if (notice.state() == NoticeState.SENT) {
            return;
        }
        if (notice.version() != version || notice.state() != NoticeState.PREPARED || notice.email() == null) {
            throw new EditConflict();
        }
        var placement = placement(viewer, notice.placement());
        if (notice.carriesParticulars() && !particulars.areKept(placement)) {
            throw new ParticularsMissing();
        }
        var now = clock.instant();
        letters.tell(notice, placement, links.make(id));
        rows.settle(id, NoticeState.SENT, LondonTime.dayOf(now), by(viewer), now, null);
        tell(notice, "sent the notice to " + words(notice.kind()));
    }

    /**
     * Sends it once more, with a new link; the old one stops working. The day it was given stays the first.
     *
     * @throws EditConflict when it is not as the page showed it
     */
    void sendAgain(Viewer viewer, NoticeId id, long version) {
        var notice = held(viewer, id);
        if (notice.version() != version || notice.state() != NoticeState.SENT || notice.acknowledgedAt() != null) {
            throw new EditConflict();
        }
        letters.tell(notice, placement(viewer, notice.placement()), links.make(id));
        rows.sentAgain(id, clock.instant());
        tell(notice, "sent the notice to " + words(notice.kind()) + " again");
    }

    /**
     * Another name or address. A notice that has been sent goes out again at once, and its old link stops working.
     *
     * @throws EditConflict when it is not as the page showed it
     */
    void correct(Viewer viewer, NoticeId id, long version, To to) {
        var notice = held(viewer, id);
        boolean carries = carries(notice.kind(), to);
        if (notice.name().equals(to.name())
                && to.email().equals(notice.email())
                && Objects.equals(notice.codeEmail(), to.codeEmail())
                && notice.carriesParticulars() == carries) {
            return;
        }
        if (notice.version() != version
                || notice.acknowledgedAt() != null
                || notice.state() != NoticeState.PREPARED && notice.state() != NoticeState.SENT) {
            throw new EditConflict();
        }
        rows.correct(id, to.name(), to.email(), to.codeEmail(), carries);
        tell(notice, "corrected who gets the notice to " + words(notice.kind()));
        if (notice.state() == NoticeState.SENT) {
            var corrected = rows.seenBy(viewer, id);
            var placement = placement(viewer, notice.placement());
            if (carries && !particulars.areKept(placement)) {
                throw new ParticularsMissing();
            }
            letters.tell(corrected, placement, links.make(id));
            rows.sentAgain(id, clock.instant());
            tell(notice, "sent the notice to " + words(notice.kind()) + " again");
        }
    }

    /** It is to say who the child is, and that has not been written down yet. */
    static final class ParticularsMissing extends RuntimeException {
        private static final long serialVersionUID = 1;

        ParticularsMissing() {
            super("The particulars of the child are not kept yet");
        }
    }

    /** Whether the viewer gives this authority's notices: its fostering officers and social workers. */
    static boolean gives(Viewer viewer, PlacementView placement) {
        return placement.placing().equals(viewer.authority())
                && (viewer.is(Role.FOSTERING_OFFICER) || viewer.is(Role.SOCIAL_WORKER));
    }

    private PlacementView placement(Viewer viewer, PlacementId id) {
        return placements.find(viewer, id).orElseThrow(NotFound::new);
    }

    private PlacementView ours(Viewer viewer, PlacementId id) {
        var placement = placement(viewer, id);
        if (!gives(viewer, placement)) {
            throw new NotYours();
        }
        if (placement.state() == PlacementState.CANCELLED) {
            throw new NotFound();
        }
        return placement;
    }

    private StatutoryNotice held(Viewer viewer, NoticeId id) {
        var notice = rows.held(viewer, id);
        if (!gives(viewer, placement(viewer, notice.placement()))) {
            throw new NotYours();
        }
        return notice;
    }

    private static boolean carries(RecipientKind kind, To to) {
        return to.carriesParticulars() && kind.says() != RecipientKind.Says.NOTHING;
    }

    /** Regulation 13(3) is of a placement's notice, and of some recipients only. */
    private static void allowed(Regulation regulation, RecipientKind kind, NoticeState state) {
        if (state == NoticeState.WITHHELD && (regulation != Regulation.NOTIFICATION || !kind.mayBeWithheldFrom())) {
            throw new NotFound();
        }
    }

    private void tell(StatutoryNotice notice, String what) {
        events.publishEvent(notice.happened(what, clock.instant()));
    }

    private static String said(RecipientKind kind, NoticeState state) {
        return switch (state) {
            case ON_PAPER -> "recorded that " + words(kind) + " was told on paper";
            case WITHHELD -> "withheld the notice from " + words(kind) + " under regulation 13(3)";
            default -> "recorded why " + words(kind) + " is not told";
        };
    }

    private static String words(RecipientKind kind) {
        return Character.toLowerCase(kind.inWords().charAt(0)) + kind.inWords().substring(1);
    }

    private static String by(Viewer viewer) {
        return viewer.name() + ", " + viewer.actingAs();
    }
}
