package uk.slipway.indicators;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator means, as the regional data lead writes it.
 *
 * @param description in plain words, what is counted and why it matters
 * @param decimalPlaces how many a reader sees, 0 to 6; what is published is kept as it is
 * @param dataset the part of the data set's address that names it
 * @param figure the name of the data set's column
 * @param filters the item chosen of each of its filters; Total where one is not named
 * @param grouping the heading that it stands under: a judgement area, or an outcome of the Children's Social Care
 *     National Framework
 * @param nextPublication when its publisher will release the next figures, where that is known
 */
record Definition(
        String name,
        String description,
        @Nullable String numerator,
        @Nullable String denominator,
        Unit unit,
        int decimalPlaces,
        Polarity polarity,
        String dataset,
        String figure,
        Map<String, String> filters,
        String grouping,
        @Nullable LocalDate nextPublication) {

    /** The item that stands for all items of a filter, as the standard for open data of the DfE has it. */
    static final String TOTAL = "Total";

    Definition {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    }

    /**
     * Whether it counts, in whole numbers and out of nothing: then England's figure is the sum of all, and none of them
     * is above or below it. A mean, whose denominator need not be said, is published with decimal places.
     */
    boolean isCount() {
        return unit == Unit.NUMBER && decimalPlaces == 0 && (denominator == null || denominator.isBlank());
    }

    Definition withFilters(Map<String, String> chosen) {
        return new Definition(
                name,
                description,
                numerator,
                denominator,
                unit,
                decimalPlaces,
                polarity,
                dataset,
                figure,
                chosen,
                grouping,
                nextPublication);
    }

    Definition withFigure(String named) {
        return new Definition(
                name,
                description,
                numerator,
                denominator,
                unit,
                decimalPlaces,
                polarity,
                dataset,
                named,
                filters,
                grouping,
                nextPublication);
    }
}
