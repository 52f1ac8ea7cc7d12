package uk.slipway.datapacks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;

/** What a pack says in short, for pages that stand beside it. Two statements. */
@Component
public class PackSummaries {

    private final PackRows packs;

    PackSummaries(PackRows packs) {
        this.packs = packs;
    }

    /**
     * A pack in short.
     *
     * @param disagreements figures on which the sides differ, with both
     * @param openQueries how many queries are not settled
     */
    public record PackSummary(
            UUID id, List<String> strengths, List<String> challenges, List<String> disagreements, int openQueries) {

        /** Where it is read. */
        public String address() {
            return "/packs/" + id;
        }
    }

    /** The pack of an authority and year; empty where none was issued or the viewer may not see it. */
    public Optional<PackSummary> of(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        return packs.issued(viewer, authority, cycle).map(pack -> {
            var figures = packs.figures(pack.id());
            return new PackSummary(
                    pack.id(),
                    findings(figures, Finding.STRENGTH),
                    findings(figures, Finding.CHALLENGE),
                    figures.stream()
                            .filter(figure -> figure.state() == FigureState.NOT_AGREED)
                            .map(figure -> figure.figure().name() + ": published " + figure.published()
                                    + ", the authority’s own " + Objects.requireNonNullElse(figure.own(), "none"))
                            .toList(),
                    (int) figures.stream()
                            .filter(figure ->
                                    figure.state() == FigureState.QUERIED || figure.state() == FigureState.ANSWERED)
                            .count());
        });
    }

    private static List<String> findings(List<PackFigure> figures, Finding finding) {
        return figures.stream()
                .filter(figure -> figure.finding() == finding && !figure.dropped())
                .map(PackFigure::words)
                .filter(Objects::nonNull)
                .toList();
    }
}
