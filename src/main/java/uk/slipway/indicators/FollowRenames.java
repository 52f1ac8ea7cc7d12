package uk.slipway.indicators;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import uk.slipway.datasets.ColumnsRenamed;
import uk.slipway.kernel.UseCase;

/**
 * Definitions follow what a new release has renamed, in the transaction that publishes it: an indicator reads the same
 * figures before and after. Old releases keep the names they were published under.
 */
@UseCase
class FollowRenames {

    private final Indicators indicators;

    FollowRenames(Indicators indicators) {
        this.indicators = indicators;
    }

    @EventListener
    void follow(ColumnsRenamed renamed) {
        for (var indicator : indicators.findAllByOrderByGroupingAscNameAsc()) {
            var definition = indicator.definition();
            if (definition.dataset().equals(renamed.dataset())) {
                indicator.redefine(following(definition, renamed), renamed.by(), renamed.at());
                indicators.save(indicator);
            }
        }
    }

    private static Definition following(Definition definition, ColumnsRenamed renamed) {
        Map<String, String> filters = new LinkedHashMap<>();
        definition
                .filters()
                .forEach((name, item) -> filters.put(renamed.filters().getOrDefault(name, name), item));
        // A filter that is not named stands at its total, which may have another name too. All are read from the
        // definition before, so that two items that changed names with one another do.
        var before = Map.copyOf(filters);
        for (var item : renamed.items()) {
            if (before.getOrDefault(item.filter(), Definition.TOTAL).equals(item.before())) {
                if (item.now().equals(Definition.TOTAL)) {
                    filters.remove(item.filter());
                } else {
                    filters.put(item.filter(), item.now());
                }
            }
        }
        return definition
                .withFilters(filters)
                .withFigure(renamed.figures().getOrDefault(definition.figure(), definition.figure()));
    }
}
