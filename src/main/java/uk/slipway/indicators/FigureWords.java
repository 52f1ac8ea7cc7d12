package uk.slipway.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
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
        return number(value, definition) + (definition.unit() == Unit.PERCENT ? "%" : "");
    }

    static String number(BigDecimal value, Definition definition) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setMinimumFractionDigits(definition.decimalPlaces());
        format.setMaximumFractionDigits(definition.decimalPlaces());
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value).replaceFirst("^-(0(\\.0*)?)$", "$1").replace('-', '−');
    }

    /** With a sign; no difference is said to be none. */
    static String change(BigDecimal change, Definition definition) {
        var rounded = change.setScale(definition.decimalPlaces(), RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            return "no change";
        }
        var size = number(change.abs(), definition) + (definition.unit() == Unit.PERCENT ? " percentage points" : "");
        return (change.signum() > 0 ? "up " : "down ") + size;
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
