package uk.slipway.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Figures, symbols and periods as a reader sees them. */
final class FigureWords {

    private FigureWords() {}

    /** A value with thousands commas and its unit's sign, or what its symbol says. */
    static String cell(FigureTable.@Nullable Cell cell, Definition definition) {
        if (cell == null) {
            return "no figure";
        }
        var value = cell.value();
        return value == null ? symbol(cell.symbol()) : value(value, definition);
    }

    static String value(BigDecimal value, Definition definition) {
        return speech(definition).cell(value, null);
    }

    /** With a sign; no difference is said to be none. */
    static String change(BigDecimal change, Definition definition) {
        return speech(definition).change(change);
    }

    private static FigureSpeech speech(Definition definition) {
        return new FigureSpeech(definition.unit(), definition.decimalPlaces());
    }

    /** The meaning of a published symbol. */
    static String symbol(@Nullable String symbol) {
        return switch (symbol == null ? "" : symbol) {
            case "z" -> "not applicable (z)";
            case "x" -> "unavailable (x)";
            case ":" -> "unavailable (:)";
            case "c" -> "confidential (c)";
            case "low", "k" -> "rounds to nought (" + symbol + ")";
            case "~" -> "rounds to nought (~)";
            case "u" -> "unreliable (u)";
            default -> "no figure (" + symbol + ")";
        };
    }

    /** 2025, or 2024/25 for a period that spans two years. */
    static String period(int period) {
        return period > 9999 ? "%d/%02d".formatted(period / 100, period % 100) : Integer.toString(period);
    }
}
