package uk.slipway.notices;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.placements.PlacementView;

/**
 * What the clocks ask of people: of the placing authority's fostering officers and social workers while they run; of its
 * commissioners and its Director once one is late, as far as the protocol wants them told; of a reviewing officer to
 * acknowledge their notices. Fixed statements.
 */
@Component
class ClockDuties implements Duties {

    private final ShowClocks show;
    private final ShowNotices notices;

    ClockDuties(ShowClocks show, ShowNotices notices) {
        this.show = show;
        this.notices = notices;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        if (viewer.authority() == null) {
            return List.of();
        }
        if (viewer.is(Role.REVIEWING_OFFICER)) {
            return toAcknowledge(viewer);
        }
        boolean gives = viewer.is(Role.FOSTERING_OFFICER) || viewer.is(Role.SOCIAL_WORKER);
        if (!gives && !viewer.is(Role.COMMISSIONER) && !viewer.is(Role.DIRECTOR)) {
            return List.of();
        }
        var duties = new ArrayList<Duty>();
        for (var counted : show.all(viewer)) {
            if (!counted.placement().placing().equals(viewer.authority())) {
                continue;
            }
            for (var each : counted.open()) {
                if (gives) {
                    duties.add(duty(counted.placement(), each, Duty.Kind.OWED));
                } else if (hears(viewer, counted, each)) {
                    duties.add(duty(counted.placement(), each, Duty.Kind.WAITING));
                }
            }
        }
        return duties;
    }

    /** Where the region has not said who is told of what is late, whoever answers for it sees it all the same. */
    private static boolean hears(Viewer viewer, ShowClocks.Counted counted, StatutoryClock each) {
        var after = counted.limits().after();
        return after == null
                ? each.standing(counted.today(), counted.calendar()) == StatutoryClock.Standing.LATE
                : each.calls(after, counted.today(), counted.calendar())
                        && after.people().stream().anyMatch(told -> viewer.role() == told.role());
    }

    private static Duty duty(PlacementView placement, StatutoryClock clock, Duty.Kind kind) {
        return new Duty(
                kind == Duty.Kind.OWED
                        ? clock.kind().asked(placement.reference())
                        : clock.kind().inWords() + " is late: " + placement.reference(),
                "/fostering/placements/" + placement.id().value() + "/clocks",
                clock.due() == null ? null : clock.due().on(),
                kind);
    }

    private List<Duty> toAcknowledge(Viewer viewer) {
        var filter = new NoticeRows.Filter(NoticeState.SENT, null, null, true, "", notices.address(viewer));
        return notices.register(viewer, filter, null).notices().stream()
                .map(registered -> new Duty(
                        "Acknowledge the notice of placement " + registered.reference(),
                        "/notices/" + registered.notice().id().value(),
                        null,
                        Duty.Kind.WAITING))
                .toList();
    }
}
