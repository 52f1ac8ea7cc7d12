package uk.slipway.returns;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an authority says for one indicator: so many out of so many, or a figure, or a symbol in its place; and a note.
 *
 * @param symbol {@code x} not available, {@code c} suppressed, {@code z} not applicable, or null
 */
record Figure(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable String symbol,
        @Nullable String note) {

    static final Figure NONE = new Figure(null, null, null, null, null);
    static final Figure SUPPRESSED = new Figure(null, null, null, "c", null);

    /** Whether nothing is said, not even a note. */
    boolean isBlank() {
        return equals(NONE);
    }

    /** Whether there is a figure, or a symbol that says why there is none. */
    boolean isAnswered() {
        return numerator != null || value != null || symbol != null;
    }

    /** The figure, worked out where it is a ratio; null where there is none. */
    @Nullable
    BigDecimal worth(QuarterlyDefinition definition) {
        return numerator != null && denominator != null ? definition.of(numerator, denominator) : value;
    }

    /** How many are counted: the numerator, or the figure itself where it is a count. */
    @Nullable
    BigDecimal counted(QuarterlyDefinition definition) {
        return definition.isRatio() ? numerator : definition.isCount() ? value : null;
    }

    /** The same figures, however many noughts they were typed with. */
    boolean says(Figure other) {
        return same(numerator, other.numerator)
                && same(denominator, other.denominator)
                && same(value, other.value)
                && Objects.equals(symbol, other.symbol)
                && Objects.equals(note, other.note);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
