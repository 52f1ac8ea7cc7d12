package uk.slipway.datapacks;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.Words;

/** What the two sides of packs owe. One statement. */
@Component
class PackDuties implements Duties {

    private static final Words WORDS = new Words();

    private final PackRows packs;
    private final LocalAuthorities authorities;

    PackDuties(PackRows packs, LocalAuthorities authorities) {
        this.packs = packs;
        this.authorities = authorities;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        if (viewer.is(Role.LA_OFFICER) || viewer.is(Role.DIRECTOR)) {
            return ofTheAuthority(viewer);
        }
        return viewer.isOfTheRegionalTeam() ? ofTheRegion(viewer) : List.of();
    }

    private List<Duty> ofTheAuthority(Viewer viewer) {
        var duties = new ArrayList<Duty>();
        for (var counted : packs.all(viewer, null)) {
            var pack = counted.pack();
            if (!viewer.worksFor(pack.authority()) || pack.authorityAgreedAt() != null) {
                continue;
            }
            var address = "/packs/" + pack.id();
            var year = " for " + pack.year().label();
            if (counted.open() > 0) {
                duties.add(new Duty("Look at your data pack" + year, address, pack.dueOn(), Duty.Kind.OWED));
            } else if (counted.answered() > 0) {
                duties.add(new Duty(
                        "Read the region’s answer to " + WORDS.count(counted.answered(), "query", "queries")
                                + " on your data pack" + year,
                        address,
                        null,
                        Duty.Kind.OWED));
            } else if (counted.queried() == 0) {
                duties.add(new Duty("Agree your data pack" + year, address, pack.dueOn(), Duty.Kind.OWED));
            }
        }
        return duties;
    }

    private List<Duty> ofTheRegion(Viewer viewer) {
        var duties = new ArrayList<Duty>();
        var kind = viewer.is(Role.DATA_LEAD) ? Duty.Kind.OWED : Duty.Kind.WAITING;
        for (var counted : packs.all(viewer, null)) {
            var pack = counted.pack();
            var name = authorities.get(pack.authority()).name();
            if (counted.queried() > 0) {
                duties.add(new Duty(
                        name + " queried " + WORDS.count(counted.queried(), "figure", "figures"),
                        "/packs/" + pack.id(),
                        null,
                        kind));
            } else if (pack.state() == PackState.ISSUED && pack.authorityAgreedAt() != null) {
                duties.add(new Duty("Agree " + name + "’s data pack", "/packs/" + pack.id(), null, kind));
            }
        }
        return duties;
    }
}
