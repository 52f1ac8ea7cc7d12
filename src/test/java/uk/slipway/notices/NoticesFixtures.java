package uk.slipway.notices;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.placements.Locality;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementsFixtures;
import uk.slipway.placements.Route;

/** Who works with a placed child, and the child's placement, as their own room plays it. Bolton places, Wigan fosters. */
@Component
public class NoticesFixtures {

    private final PlacementsFixtures placements;
    private final AccountsFixtures people;

    NoticesFixtures(PlacementsFixtures placements, AccountsFixtures people) {
        this.placements = placements;
        this.people = people;
    }

    /** Bolton's fostering officer. */
    public Viewer officer() {
        return people.inFostering(Role.FOSTERING_OFFICER, "Bolton");
    }

    /** The child's social worker, of Bolton. */
    public Viewer socialWorker() {
        return people.inFostering(Role.SOCIAL_WORKER, "Bolton");
    }

    /** The child's reviewing officer, of Bolton. */
    public Viewer reviewingOfficer() {
        return people.inFostering(Role.REVIEWING_OFFICER, "Bolton");
    }

    /** Who supervises the carer, of Wigan. */
    public Viewer supervisingWorker() {
        return people.inFostering(Role.FOSTERING_OFFICER, "Wigan");
    }

    /** The next version of the protocol, in force since three weeks: placements made from now on carry it. */
    public void protocol(String... fields) {
        placements.protocol(fields);
    }

    /** Of one child. */
    public PlacementId placement(Route route, Locality locality, LocalDate starts, boolean started) {
        return placement(route, locality, starts, started, 1);
    }

    /** Approved the day before it starts and signed by both; started on that day, which has come, where so said. */
    public PlacementId placement(Route route, Locality locality, LocalDate starts, boolean started, int children) {
        return placements.placement(route, locality, starts, started, children);
    }
}
