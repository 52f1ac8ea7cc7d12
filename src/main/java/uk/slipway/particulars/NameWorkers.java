package uk.slipway.particulars;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.placements.Placement;
import uk.slipway.placements.PlacementId;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotYours;

/** A fostering officer of either authority names people of their own who may open the particulars, and ends that. */
@UseCase
class NameWorkers {

    private final NamedWorkers workers;
    private final ShowParticulars show;
    private final ParticularsRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NameWorkers(
            NamedWorkers workers,
            ShowParticulars show,
            ParticularsRows rows,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workers = workers;
        this.show = show;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Names somebody; again changes nothing.
     *
     * @return false when they are nobody whom the viewer may name
     */
    public boolean name(Viewer viewer, PlacementId id, AccountId account) {
        var authority = ours(viewer, id);
        if (rows.workers(id).stream().anyMatch(worker -> worker.account().equals(account))) {
            return true;
        }
        var person = show.of(viewer, id).mayBeNamed().stream()
                .filter(each -> each.account().equals(account))
                .findFirst();
        if (person.isEmpty()) {
            return false;
        }
        var at = clock.instant();
        if (rows.name(id, authority, account, at, viewer.name() + ", " + viewer.actingAs())) {
            events.publishEvent(new Placement.Changed(
                    id, authority, "named " + person.get().name() + " to open the particulars", at));
        }
        return true;
    }

    /** Ends it; what ended already stays so. */
    public void end(Viewer viewer, PlacementId id, UUID naming) {
        var authority = ours(viewer, id);
        var at = clock.instant();
        var worker = rows.workers(id).stream()
                .filter(each -> each.id().equals(naming))
                .findFirst();
        if (worker.isPresent() && rows.endNaming(id, authority, naming, at, viewer.name() + ", " + viewer.actingAs())) {
            events.publishEvent(new Placement.Changed(
                    id, authority, "ended that " + worker.get().name() + " may open the particulars", at));
        }
    }

    private LocalAuthorityId ours(Viewer viewer, PlacementId id) {
        workers.placement(viewer, id);
        var authority = viewer.authority();
        if (authority == null || !viewer.is(Role.FOSTERING_OFFICER)) {
            throw new NotYours();
        }
        return authority;
    }
}
