package uk.slipway.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.particulars.ParticularsForNotices;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementView;
import uk.slipway.placements.SeenPlacements;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.NotFound;

/** Notices for reading: the register, one notice, and what a form for one begins with. */
@UseCase(readOnly = true)
class ShowNotices {

    /** Rows of a download. */
    static final int MOST = 5000;

    private final SeenPlacements placements;
    private final NoticeRows rows;
    private final NoticeLetters letters;
    private final AcknowledgeNotice acknowledge;
    private final ParticularsForNotices particulars;
    private final Directory directory;
    private final LocalAuthorities authorities;
    private final AuditTrail trail;
    private final Clock clock;

    ShowNotices(
            SeenPlacements placements,
            NoticeRows rows,
            NoticeLetters letters,
            AcknowledgeNotice acknowledge,
            ParticularsForNotices particulars,
            Directory directory,
            LocalAuthorities authorities,
            AuditTrail trail,
            Clock clock) {
        this.placements = placements;
        this.rows = rows;
        this.letters = letters;
        this.acknowledge = acknowledge;
        this.particulars = particulars;
        this.directory = directory;
        this.authorities = authorities;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param next the id of the last notice shown, when there are more */
    record Register(
            List<NoticeRows.Registered> notices, @Nullable UUID next) {}

    /** One notice, with what the viewer may do. */
    record One(
            StatutoryNotice notice,
            PlacementView placement,
            NoticeLetters.Letter letter,
            boolean gives,
            boolean isToViewer,
            boolean particularsKept,
            List<TrailEntry> trail) {}

    /** What the form for a recipient begins with. */
    record Begun(
            PlacementView placement,
            boolean gives,
            boolean particularsKept,
            @Nullable String name,
            @Nullable String email,
            @Nullable String codeEmail) {}

    /** A page of the register. */
    public Register register(Viewer viewer, NoticeRows.Filter filter, @Nullable UUID after) {
        var found = rows.register(viewer, filter, after, NoticeRows.PAGE + 1);
        boolean more = found.size() > NoticeRows.PAGE;
        return new Register(
                more ? found.subList(0, NoticeRows.PAGE) : found,
                more ? found.get(NoticeRows.PAGE - 1).notice().id().value() : null);
    }

    /** The register as filtered, to keep: at most {@value #MOST} notices. */
    public List<NoticeRows.Registered> download(Viewer viewer, NoticeRows.Filter filter) {
        return rows.register(viewer, filter, null, MOST);
    }

    /** The viewer's own address, by which the register finds what was sent to them. */
    public String address(Viewer viewer) {
        return directory
                .find(viewer.account())
                .map(person -> person.email().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    public One of(Viewer viewer, NoticeId id) {
        var notice = rows.seenBy(viewer, id);
        var placement = placements.find(viewer, notice.placement()).orElseThrow(NotFound::new);
        return new One(
                notice,
                placement,
                letters.of(notice, placement),
                GiveNotice.gives(viewer, placement),
                acknowledge.isTo(viewer, notice),
                particulars.areKept(placement),
                trail.of(notice.ref()));
    }

    /** The addresses that are known: of the person the placement names, or of whoever was told of the placement. */
    public Begun begin(Viewer viewer, PlacementId id, Regulation regulation, RecipientKind kind) {
        var placement = placements.find(viewer, id).orElseThrow(NotFound::new);
        if (regulation == Regulation.NOTIFICATION && kind == RecipientKind.CARER
                || regulation != Regulation.NOTIFICATION && regulation != Regulation.ENDING) {
            throw new NotFound();
        }
        var notices = rows.of(id);
        var known = regulation == Regulation.ENDING
                ? notices.stream()
                        .filter(notice -> notice.kind() == kind
                                && notice.regulation() == Regulation.NOTIFICATION
                                && notice.email() != null)
                        .findFirst()
                : Optional.<StatutoryNotice>empty();
        if (known.isPresent()) {
            var before = known.get();
            return begun(viewer, placement, before.name(), before.email(), before.codeEmail());
        }
        boolean first =
                notices.stream().noneMatch(notice -> notice.regulation() == regulation && notice.kind() == kind);
        if (kind == RecipientKind.REVIEWING_OFFICER && placement.reviewingOfficer() != null && first) {
            var person = directory.find(placement.reviewingOfficer());
            if (person.isPresent()) {
                return begun(
                        viewer, placement, person.get().name(), person.get().email(), null);
            }
        }
        return begun(
                viewer,
                placement,
                kind == RecipientKind.AREA_AUTHORITY && first
                        ? authorities.get(placement.area()).name() + " children’s services"
                        : null,
                null,
                null);
    }

    private Begun begun(
            Viewer viewer,
            PlacementView placement,
            @Nullable String name,
            @Nullable String email,
            @Nullable String codeEmail) {
        return new Begun(
                placement, GiveNotice.gives(viewer, placement), particulars.areKept(placement), name, email, codeEmail);
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }
}
