package uk.slipway.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The region's list of national and devolved initiatives, kept by its co-ordinator; everybody may know it. */
@UseCase
class KeepInitiatives {

    private final RoadmapRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepInitiatives(RoadmapRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    List<Initiative> of(Viewer viewer) {
        var region = viewer.region();
        return region == null ? List.of() : rows.initiatives(region);
    }

    static boolean mayKeep(Viewer viewer) {
        return viewer.is(Role.PARTNERSHIP_COORDINATOR) && viewer.region() != null;
    }

    /** @return false where the region's list has it already */
    boolean add(
            Viewer viewer,
            UUID id,
            Initiative.Kind kind,
            String name,
            String about,
            LocalDate from,
            @Nullable LocalDate until) {
        var region = viewer.region();
        if (region == null || !mayKeep(viewer)) {
            throw new NotYours();
        }
        boolean added = rows.add(region, id, kind, name, about, from, until);
        if (added) {
            events.publishEvent(new Happened("initiative", id, "put " + name + " on the list", clock.instant()));
        }
        return added
                || rows.initiatives(region).stream().anyMatch(each -> each.id().equals(id));
    }

    void end(Viewer viewer, UUID id) {
        var region = viewer.region();
        if (region == null || !mayKeep(viewer)) {
            throw new NotYours();
        }
        if (rows.initiatives(region).stream().noneMatch(each -> each.id().equals(id))) {
            throw new NotFound();
        }
        rows.end(region, id, LondonTime.today(clock))
                .ifPresent(name -> events.publishEvent(
                        new Happened("initiative", id, "said that " + name + " has ended", clock.instant())));
    }
}
