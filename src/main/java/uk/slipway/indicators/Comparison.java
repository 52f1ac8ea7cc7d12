package uk.slipway.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How the sector compares: the arithmetic of the Department for Education's Local Authority Interactive Tool (LAIT,
 * {@code R/fn_analysis.R} and its user guide); places and bands are a {@link Spread}'s. Missing and suppressed figures take no
 * part in any of it.
 */
public final class Comparison {

    private Comparison() {}

    /** The simple mean of those that have data; empty where none has. */
    public static Optional<BigDecimal> mean(Collection<BigDecimal> withData) {
        if (withData.isEmpty()) {
            return Optional.empty();
        }
        var sum = withData.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(sum.divide(BigDecimal.valueOf(withData.size()), MathContext.DECIMAL64));
    }

    /** R's type 7: linear between the two nearest. */
    static double quantile(double[] sorted, double share) {
        double at = (sorted.length - 1) * share;
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The period a year before: 2024 before 2025, 202324 before 202425. */
    static int yearBefore(int period) {
        return period > 9999 ? (period / 100 - 1) * 100 + (period / 100) % 100 : period - 1;
    }

    /** The middle one, or the mean of the two in the middle; for sentences. */
    public static double median(List<BigDecimal> withData) {
        var sorted = withData.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        Arrays.sort(sorted);
        return quantile(sorted, 0.5);
    }
}
