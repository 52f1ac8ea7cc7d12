package uk.slipway.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.Unit;
import uk.slipway.kernel.Quarter;
import uk.slipway.kernel.Suppression;
import uk.slipway.region.LocalAuthorityId;

/**
 * Figures handed in, as far as one person may read them beside the authority's name. The authority itself and the team
 * whose return it is read them whole. Everybody else reads {@code c} wherever a public paper would leave a figure out, and
 * then neither the note nor what was counted.
 *
 * @param figures all of them, in the order given
 * @param region the region's figure of each quarter, where it gives no small number away; of one indicator only
 * @param left how many are left out
 */
record NamedFigures(List<ReturnRows.Placed> figures, Map<Quarter, RegionsFigure> region, int left) {

    /** Whether somebody reads an authority's figures whole, small numbers and all. */
    static boolean readsWhole(Viewer viewer, QuarterlyReturn quarter, LocalAuthorityId authority) {
        return viewer.worksFor(authority) || isOfItsTeam(viewer, quarter);
    }

    private static boolean isOfItsTeam(Viewer viewer, QuarterlyReturn quarter) {
        return viewer.isOfTheRegionalTeam() && viewer.organisation().equals(quarter.team());
    }

    static NamedFigures of(Viewer viewer, List<ReturnRows.Placed> all) {
        var byQuestion = new LinkedHashMap<UUID, List<ReturnRows.Placed>>();
        all.forEach(placed -> byQuestion
                .computeIfAbsent(placed.asked().id(), any -> new ArrayList<>())
                .add(placed));
        var left = new HashMap<UUID, Set<UUID>>();
        var region = new HashMap<Quarter, RegionsFigure>();
        byQuestion.forEach((question, placed) -> {
            var quarter = placed.getFirst().quarter();
            var suppression = suppressed(placed);
            var answers = new HashSet<UUID>();
            suppression
                    .left()
                    .forEach(place -> answers.add(placed.get(place).answer().id()));
            left.put(question, answers);
            if (!suppression.withoutTotal() || isOfItsTeam(viewer, quarter)) {
                RegionsFigure.of(
                                placed.getFirst().asked().definition(),
                                placed.stream().map(ReturnRows.Placed::figure).toList())
                        .ifPresent(figure -> region.put(quarter.quarter(), figure));
            }
        });
        var figures = new ArrayList<ReturnRows.Placed>();
        int count = 0;
        for (var placed : all) {
            boolean small = left.getOrDefault(placed.asked().id(), Set.of())
                    .contains(placed.answer().id());
            if (small && !readsWhole(viewer, placed.quarter(), placed.answer().authority())) {
                figures.add(
                        new ReturnRows.Placed(placed.quarter(), placed.asked(), placed.answer(), Figure.SUPPRESSED));
                count++;
            } else {
                figures.add(placed);
            }
        }
        return new NamedFigures(figures, region, count);
    }

    /** Which places among the figures for one question of one quarter are left out, and whether the region's figure is. */
    static Suppression suppressed(List<ReturnRows.Placed> figures) {
        if (figures.isEmpty()) {
            return new Suppression(Set.of(), false);
        }
        var definition = figures.getFirst().asked().definition();
        var counts = new ArrayList<Suppression.Count>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < figures.size(); i++) {
            var figure = figures.get(i).figure();
            var counted = figure.counted(definition);
            if (counted != null) {
                places.add(i);
                counts.add(new Suppression.Count(
                        counted, definition.unit() == Unit.PERCENT ? figure.denominator() : null));
            }
        }
        var among = Suppression.of(counts, definition.threshold());
        var left = new HashSet<Integer>();
        among.left().forEach(place -> left.add(places.get(place)));
        return new Suppression(Set.copyOf(left), among.withoutTotal());
    }
}
