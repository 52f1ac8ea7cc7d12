package uk.slipway.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a reader sees figures of one unit: rounded to its decimal places, half up. */
public record FigureSpeech(Unit unit, int decimalPlaces) {

    /** The value with thousands commas and its unit's sign, or what its symbol says, or that there is none. */
    public String cell(@Nullable BigDecimal value, @Nullable String symbol) {
        if (value != null) {
            return number(value) + (unit == Unit.PERCENT ? "%" : "");
        }
        return symbol == null ? "no figure" : FigureWords.symbol(symbol);
    }

    /** With its direction in words: {@code up 2 percentage points}. */
    public String change(BigDecimal change) {
        var rounded = change.setScale(decimalPlaces, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            return "no change";
        }
        return (rounded.signum() > 0 ? "up " : "down ") + apart(change.abs());
    }

    /** How far two values are from each other: {@code 2 percentage points}, {@code 1 percentage point}, {@code 1,200}. */
    public String apart(BigDecimal difference) {
        var number = number(difference);
        if (unit != Unit.PERCENT) {
            return number;
        }
        return number + (number.equals("1") ? " percentage point" : " percentage points");
    }

    /** 2025, or 2024/25 for a period that spans two years. */
    public static String period(int period) {
        return FigureWords.period(period);
    }

    private String number(BigDecimal value) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setMinimumFractionDigits(decimalPlaces);
        format.setMaximumFractionDigits(decimalPlaces);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value).replaceFirst("^-(0(\\.0*)?)$", "$1").replace('-', '−');
    }
}
