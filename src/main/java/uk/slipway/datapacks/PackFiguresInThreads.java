package uk.slipway.datapacks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.threads.Origin;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/** A figure of a data pack in a golden thread: frozen as it stands in the pack, and what both sides say of it. */
@Component
public class PackFiguresInThreads implements ThreadSource {

    private static final String KIND = "pack-figure";

    private final PackRows packs;
    private final LocalAuthorities authorities;

    PackFiguresInThreads(PackRows packs, LocalAuthorities authorities) {
        this.packs = packs;
        this.authorities = authorities;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        var found = new HashMap<UUID, Summary>();
        packs.inThreads(viewer, ids)
                .forEach(one -> found.put(
                        one.figure().id(),
                        new Summary(
                                Strand.FIGURE,
                                "Figure in the data pack",
                                words(one.figure()),
                                authorities
                                        .get(one.figure().figure().authority())
                                        .name(),
                                one.frozenOn(),
                                one.figure().state().inWords(),
                                null,
                                "/packs/" + one.pack() + "/figures/"
                                        + one.figure().id())));
        return found;
    }

    /** The figures of a year's pack, from which something can be made; none where the viewer may not see an issued pack. */
    public List<Origin> of(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        return packs.issued(viewer, authority, cycle).stream()
                .flatMap(pack -> packs.figures(pack.id()).stream())
                .map(figure -> Origin.of(refOf(figure.id()), "Data pack", words(figure)))
                .toList();
    }

    static RecordRef refOf(UUID figure) {
        return new RecordRef(KIND, figure);
    }

    private static String words(PackFigure figure) {
        return figure.figure().name() + ": " + figure.agreed()
                + (figure.finding() == null || figure.dropped()
                        ? ""
                        : ". " + Objects.requireNonNullElse(figure.words(), ""));
    }
}
