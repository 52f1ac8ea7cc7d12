package uk.slipway.returns;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.indicators.Polarity;
import uk.slipway.indicators.Unit;

/**
 * What a quarterly indicator means and how it is asked for.
 *
 * @param numerator what is counted, or null where the figure itself is asked for
 * @param denominator out of what, present where numerator is
 * @param threshold counts above nought and below this are suppressed in public papers; nought for none
 * @param least the lowest figure that is usual, or null
 * @param most the highest figure that is usual, or null
 */
record QuarterlyDefinition(
        String grouping,
        String name,
        String description,
        @Nullable String numerator,
        @Nullable String denominator,
        Unit unit,
        int decimalPlaces,
        Polarity polarity,
        int threshold,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** Whether a numerator and a denominator are asked for, from which the figure is worked out. */
    boolean isRatio() {
        return numerator != null;
    }

    /** Whether the figure itself is a count. */
    boolean isCount() {
        return !isRatio() && unit == Unit.NUMBER && decimalPlaces == 0;
    }

    /** Whether it is known how many are counted, so that a small number can be told. */
    boolean countsSomething() {
        return isRatio() || isCount();
    }

    /** The figure of so many out of so many, not rounded. */
    BigDecimal of(BigDecimal counted, BigDecimal outOf) {
        var times = switch (unit) {
            case NUMBER -> BigDecimal.ONE;
            case PERCENT -> HUNDRED;
            case RATE_PER_10000 -> TEN_THOUSAND;
        };
        return counted.multiply(times).divide(outOf, MathContext.DECIMAL64);
    }

    FigureSpeech speech() {
        return new FigureSpeech(unit, decimalPlaces);
    }
}
