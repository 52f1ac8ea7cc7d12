package uk.slipway.datasets;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A release has been published in which something has another name than before, and a person has confirmed it. Told in the
 * transaction that publishes, so that whoever reads figures by these names never misses one.
 *
 * @param dataset the part of the data set's address that names it
 * @param figures the name now of each figure's name before
 * @param filters the name now of each filter's name before
 * @param by the name of who published it
 */
public record ColumnsRenamed(
        String dataset,
        Map<String, String> figures,
        Map<String, String> filters,
        List<Item> items,
        String by,
        Instant at) {

    public ColumnsRenamed {
        figures = Map.copyOf(figures);
        filters = Map.copyOf(filters);
        items = List.copyOf(items);
    }

    /**
     * An item of a filter.
     *
     * @param filter the filter's name now
     */
    public record Item(String filter, String before, String now) {}
}
