package uk.slipway.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.UseCase;
import uk.slipway.particulars.ChildParticulars;
import uk.slipway.particulars.ParticularsForNotices;
import uk.slipway.placements.PlacementView;
import uk.slipway.placements.SeenPlacements;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** A recipient without an account opens a notice by its link and acknowledges it; one with an account does so signed in. */
@UseCase
class AcknowledgeNotice {

    private final NoticeLinks links;
    private final NoticeRows rows;
    private final NoticeLetters letters;
    private final SeenPlacements placements;
    private final ParticularsForNotices particulars;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    AcknowledgeNotice(
            NoticeLinks links,
            NoticeRows rows,
            NoticeLetters letters,
            SeenPlacements placements,
            ParticularsForNotices particulars,
            Directory directory,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.links = links;
        this.rows = rows;
        this.letters = letters;
        this.placements = placements;
        this.particulars = particulars;
        this.directory = directory;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a link opens. */
    enum Opens {
        NOTICE,
        /** It asks for a code first, because the notice says who the child is. */
        CODE,
        /** It has been acknowledged: nothing more to do, and nothing is shown again. */
        ACKNOWLEDGED,
        /** Too old, or a newer one has been sent. */
        EXPIRED,
        UNKNOWN
    }

    /**
     * What somebody who follows a link is shown.
     *
     * @param link its id, or null where there is none
     * @param letter the notice, or null where it is not shown
     * @param children what it says of the child, empty where it does not
     * @param codeGoesTo the address for the code, mostly hidden; or null
     * @param codeSent whether a code has been sent that still works
     * @param acknowledgedAt when, or null
     */
    record Looked(
            Opens opens,
            @Nullable UUID link,
            NoticeLetters.@Nullable Letter letter,
            List<ChildParticulars> children,
            RecipientKind.Says says,
            @Nullable String codeGoesTo,
            boolean codeSent,
            @Nullable Instant acknowledgedAt) {

        static Looked nothing(Opens opens, @Nullable UUID link, @Nullable Instant at) {
            return new Looked(opens, link, null, List.of(), RecipientKind.Says.NOTHING, null, false, at);
        }
    }

    /**
     * Looks at what a link opens.
     *
     * @param passed whether the right code has been given for it just now
     */
    public Looked look(String token, boolean passed) {
        var found = links.find(token);
        if (found.isEmpty()) {
            return Looked.nothing(Opens.UNKNOWN, null, null);
        }
        var link = found.get();
        var notice = rows.heldByLink(link.notice());
        if (notice.acknowledgedAt() != null) {
            return Looked.nothing(Opens.ACKNOWLEDGED, link.id(), notice.acknowledgedAt());
        }
        if (link.expired() || notice.state() != NoticeState.SENT) {
            return Looked.nothing(Opens.EXPIRED, link.id(), null);
        }
        if (notice.carriesParticulars() && !passed) {
            return new Looked(
                    Opens.CODE,
                    link.id(),
                    null,
                    List.of(),
                    RecipientKind.Says.NOTHING,
                    NoticeLetters.masked(NoticeLetters.codeAddress(notice)),
                    links.awaitsCode(link.id()),
                    null);
        }
        var placement = placement(notice);
        if (links.opened(link.id())) {
            trail.append(
                    notice.ref(),
                    notice.placing(),
                    "opened the notice by its link",
                    clock.instant(),
                    new Actor(null, who(notice), null));
        }
        var children = notice.carriesParticulars()
                ? particulars.openFor(
                        placement,
                        who(notice),
                        "a notice under regulation " + notice.regulation().number() + " tells them")
                : List.<ChildParticulars>of();
        return new Looked(
                Opens.NOTICE,
                link.id(),
                letters.of(notice, placement),
                children,
                notice.kind().says(),
                null,
                false,
                null);
    }

    /** Sends a code. False when too many have been asked for; true also where there is nothing to open, which tells nothing. */
    public boolean sendCode(String token) {
        var found = links.find(token);
        if (found.isEmpty() || found.get().expired()) {
            return true;
        }
        var notice = rows.heldByLink(found.get().notice());
        if (!notice.carriesParticulars() || notice.acknowledgedAt() != null || notice.state() != NoticeState.SENT) {
            return true;
        }
        var code = links.code(found.get().id());
        code.ifPresent(sent -> letters.sendCode(notice, sent));
        return code.isPresent();
    }

    /** Whether the code is right; a wrong one is counted. */
    public NoticeLinks.Guess enterCode(String token, String typed) {
        var found = links.find(token);
        if (found.isEmpty() || found.get().expired()) {
            return NoticeLinks.Guess.OVER;
        }
        return links.guess(found.get().id(), typed.replaceAll("\\s", ""));
    }

    /**
     * The recipient says that they have received the notice; again changes nothing.
     *
     * @param passed whether the right code has been given for the link just now
     * @return false when the link does not open the notice
     */
    public boolean acknowledge(String token, boolean passed) {
        var found = links.find(token);
        if (found.isEmpty()) {
            return false;
        }
        var notice = rows.heldByLink(found.get().notice());
        if (notice.acknowledgedAt() != null) {
            return true;
        }
        if (found.get().expired() || notice.state() != NoticeState.SENT || notice.carriesParticulars() && !passed) {
            return false;
        }
        var at = clock.instant();
        rows.acknowledge(notice.id(), at, "By the link, as " + notice.name());
        trail.append(notice.ref(), notice.placing(), "acknowledged the notice", at, new Actor(null, who(notice), null));
        return true;
    }

    /**
     * Somebody with an account acknowledges a notice that was sent to their own address.
     *
     * @throws NotYours when it went to another address
     */
    public void acknowledge(Viewer viewer, NoticeId id) {
        var notice = rows.held(viewer, id);
        if (!isTo(viewer, notice)) {
            throw new NotYours();
        }
        if (notice.acknowledgedAt() == null) {
            var at = clock.instant();
            rows.acknowledge(id, at, "Signed in, as " + viewer.name());
            events.publishEvent(notice.happened("acknowledged the notice", at));
        }
    }

    /** Whether a notice has been sent to the viewer's own address. */
    boolean isTo(Viewer viewer, StatutoryNotice notice) {
        return notice.state() == NoticeState.SENT
                && directory
                        .find(viewer.account())
                        .map(person -> person.email().equalsIgnoreCase(notice.email()))
                        .orElse(false);
    }

    private PlacementView placement(StatutoryNotice notice) {
        return placements.whoeverAsks(notice.placement()).orElseThrow(NotFound::new);
    }

    private static String who(StatutoryNotice notice) {
        return notice.name() + " (recipient of a notice: "
                + notice.kind().inWords().toLowerCase(Locale.UK) + ")";
    }
}
