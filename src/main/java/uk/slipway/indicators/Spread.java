package uk.slipway.indicators;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The values of all that have one in a period, from which places and bands are read: sorted once, however many are placed.
 * The arithmetic is that of the Department for Education's Local Authority Interactive Tool (LAIT, {@code R/fn_analysis.R}
 * and its user guide).
 */
public final class Spread {

    static final Spread EMPTY = new Spread(List.of());

    private static final int QUARTERS = 4;

    private final List<BigDecimal> sorted;
    private final double[] quartiles = new double[QUARTERS - 1];

    public Spread(Collection<BigDecimal> withData) {
        sorted = withData.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            var values = sorted.stream().mapToDouble(BigDecimal::doubleValue).toArray();
            for (int quarter = 1; quarter < QUARTERS; quarter++) {
                quartiles[quarter - 1] = Comparison.quantile(values, quarter / (double) QUARTERS);
            }
        }
    }

    /** Lowest first. */
    List<BigDecimal> values() {
        return sorted;
    }

    int size() {
        return sorted.size();
    }

    /** 1 is best; those that are equal share the best of their places. Empty where no direction is good. */
    public Optional<Integer> rank(BigDecimal value, Polarity polarity) {
        return switch (polarity) {
            case HIGH -> Optional.of(1 + size() - below(value, true));
            case LOW -> Optional.of(1 + below(value, false));
            case NONE -> Optional.empty();
        };
    }

    /**
     * The quartile band. Its boundaries are the quartiles of R's type 7, as {@code percentile_cont} has them, inclusive at
     * the upper end; where high is good the letters are turned round and the boundaries stay. Empty where no direction is
     * good.
     */
    Optional<Band> band(BigDecimal value, Polarity polarity) {
        if (polarity == Polarity.NONE || sorted.isEmpty()) {
            return Optional.empty();
        }
        double at = value.doubleValue();
        int quarter = 0;
        while (quarter < QUARTERS - 1 && at > quartiles[quarter]) {
            quarter++;
        }
        var letters = Band.values();
        return Optional.of(polarity == Polarity.LOW ? letters[quarter] : letters[QUARTERS - 1 - quarter]);
    }

    /** How many are lower, or not higher. */
    private int below(BigDecimal value, boolean orEqual) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = sorted.get(middle).compareTo(value);
            if (order < 0 || orEqual && order == 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
