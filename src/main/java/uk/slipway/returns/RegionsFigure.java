package uk.slipway.returns;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.slipway.indicators.Comparison;

/**
 * The region's figure of those that have one: all that is counted out of all, the sum of counts, else the simple mean.
 *
 * @param counted and out of how many, where the indicator is a ratio; else null
 */
record RegionsFigure(
        BigDecimal value,
        @Nullable BigDecimal counted,
        @Nullable BigDecimal outOf,
        int authorities) {

    static Optional<RegionsFigure> of(QuarterlyDefinition definition, Collection<Figure> figures) {
        var values = figures.stream()
                .map(figure -> figure.worth(definition))
                .filter(Objects::nonNull)
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (definition.isRatio()) {
            var counted = sum(figures, Figure::numerator);
            var outOf = sum(figures, Figure::denominator);
            return Optional.of(new RegionsFigure(definition.of(counted, outOf), counted, outOf, values.size()));
        }
        return Optional.of(new RegionsFigure(
                definition.isCount()
                        ? values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                        : Comparison.mean(values).orElseThrow(),
                null,
                null,
                values.size()));
    }

    /** How it is worked out, as it stands on the page. */
    static String inWords(QuarterlyDefinition definition) {
        if (definition.isRatio()) {
            return "The region’s figure is all that the authorities counted, out of all that they counted it from.";
        }
        return definition.isCount()
                ? "The region’s figure is the sum of the authorities’."
                : "The region’s figure is the simple mean of the authorities’.";
    }

    private static BigDecimal sum(Collection<Figure> figures, Function<Figure, @Nullable BigDecimal> of) {
        return figures.stream().map(of).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
