package uk.slipway.particulars;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementView;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.OrganisationId;

/** The page about particulars, which shows none of them: what is kept, who may open it, who has and why. */
@UseCase(readOnly = true)
class ShowParticulars {

    private static final List<Role> WORKERS =
            List.of(Role.FOSTERING_OFFICER, Role.SOCIAL_WORKER, Role.REVIEWING_OFFICER);

    private final NamedWorkers workers;
    private final ParticularsRows rows;
    private final SealedParticulars sealed;
    private final Directory directory;
    private final LocalAuthorities authorities;

    ShowParticulars(
            NamedWorkers workers,
            ParticularsRows rows,
            SealedParticulars sealed,
            Directory directory,
            LocalAuthorities authorities) {
        this.workers = workers;
        this.rows = rows;
        this.sealed = sealed;
        this.directory = directory;
        this.authorities = authorities;
    }

    /**
     * Somebody who may open them.
     *
     * @param naming by which they were named beside the placement's own workers, or null
     */
    record Named(String name, String as, @Nullable UUID naming) {}

    /**
     * What the page says.
     *
     * @param kept what is kept of which child, by number
     * @param mayBeNamed whom the viewer may name: people of their own authority
     */
    record Shown(
            PlacementView placement,
            String placing,
            String fostering,
            boolean possible,
            boolean agreed,
            boolean named,
            boolean mayKeep,
            List<ParticularsRows.Kept> kept,
            List<Named> workers,
            List<Person> mayBeNamed,
            List<ParticularsRows.Opening> openings) {}

    public Shown of(Viewer viewer, PlacementId id) {
        var placement = workers.placement(viewer, id);
        var extra = rows.workers(id);
        var accounts = new LinkedHashSet<AccountId>(placement.namedWorkers());
        var people = directory.named(accounts);
        return new Shown(
                placement,
                authorities.get(placement.placing()).name(),
                authorities.get(placement.fostering()).name(),
                sealed.possible(),
                isAgreed(placement),
                workers.include(viewer, placement),
                workers.mayKeep(viewer, placement),
                rows.of(id),
                named(viewer, placement, people, extra),
                mayBeNamed(viewer, placement, extra),
                rows.openings(id));
    }

    /** From when on they may be kept: both authorities have signed, or, in an emergency, the child lives there. */
    static boolean isAgreed(PlacementView placement) {
        return placement.agreedAt() != null || placement.startedOn() != null;
    }

    private List<Named> named(
            Viewer viewer, PlacementView placement, Map<AccountId, Person> people, List<ParticularsRows.Worker> extra) {
        var named = new ArrayList<Named>();
        add(named, people, placement.socialWorker(), "Social worker, " + name(placement, true));
        add(named, people, placement.reviewingOfficer(), "Independent Reviewing Officer, " + name(placement, true));
        add(named, people, placement.supervisingWorker(), "Supervising worker, " + name(placement, false));
        for (var worker : extra) {
            named.add(new Named(
                    worker.name(),
                    "named by " + worker.namedBy(),
                    worker.authority().equals(viewer.authority()) && viewer.is(Role.FOSTERING_OFFICER)
                            ? worker.id()
                            : null));
        }
        return named;
    }

    private String name(PlacementView placement, boolean placing) {
        return authorities
                .get(placing ? placement.placing() : placement.fostering())
                .name();
    }

    private static void add(List<Named> named, Map<AccountId, Person> people, @Nullable AccountId account, String as) {
        var person = account == null ? null : people.get(account);
        if (person != null) {
            named.add(new Named(person.name(), as, null));
        }
    }

    private List<Person> mayBeNamed(Viewer viewer, PlacementView placement, List<ParticularsRows.Worker> extra) {
        var authority = viewer.authority();
        if (!viewer.is(Role.FOSTERING_OFFICER) || authority == null) {
            return List.of();
        }
        return WORKERS.stream()
                .flatMap(role -> directory.holding(role, new OrganisationId(authority.value())).stream())
                .distinct()
                .filter(person -> !placement.namedWorkers().contains(person.account()))
                .filter(person ->
                        extra.stream().noneMatch(worker -> worker.account().equals(person.account())))
                .toList();
    }
}
